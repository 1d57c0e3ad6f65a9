/** The audit as the extension asks for it: the module's answers follow the protocol. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('every recorded answer about a page follows the protocol', () => {
  const { definitions } = JSON.parse(read('shared/schema/protocol.schema.json')) as { definitions: object };
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile({ $ref: '#/definitions/AuditAnswer', definitions });
  const answers = read('tests/corpus/golden/audit.jsonl').trim().split('\n');
  let seen = 0;
  for (const line of answers) {
    const answer = JSON.parse(line) as { ok: boolean };
    if (!answer.ok) continue;
    seen += 1;
    assert.ok(validate(answer), `${ajv.errorsText(validate.errors)}: ${line.slice(0, 300)}`);
  }
  assert.ok(seen > 50);
});
