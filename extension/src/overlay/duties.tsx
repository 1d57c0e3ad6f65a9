/** What the person's role may do, whose approval is missing, and who answers for the topic, with one click to reach them. */
import { useState } from 'preact/hooks';
import type { Duties, Reachable } from '../generated/protocol';
import { answerInWords, type Texts } from './texts';
import type { Actions } from './view';

export function DutiesView({ duties, t, actions }: { duties: Duties; t: Texts; actions: Actions }) {
  const { role, contacts = [], approvals = [], level, states = [] } = duties;
  const [failed, setFailed] = useState(false);
  const ask = async () => setFailed(!(await actions.askApproval()));
  const needed = approvals.filter(({ state }) => state === 'needed');
  const isBarred = role !== undefined && !role.may;
  // An approval for other words was there, and is worth nothing for these: that has to be seen.
  const wasEdited = needed.length > 0 && states.length > 0 && states.every((state) => state === 'other-text');
  const note = answerInWords(t, states);
  return (
    <div class="duties" data-part="duties" data-held={level ?? 'none'}>
      {isBarred ? <p>{t.roleMayNot(role)}</p> : null}
      {approvals.map(({ id, title, reason, state, by }) => (
        <div class={`approval ${state}`} key={id} data-part="approval" data-state={state}>
          <p>
            <strong>{t.approvalStates[state]}</strong> {title}
          </p>
          {state === 'given' ? null : (
            <p class="quiet">
              {reason ? `${reason} ` : ''}
              {t.approvalBy(by.map(({ name }) => name).join(', '))}
            </p>
          )}
          {state === 'unsure' ? (
            <div class="row">
              <button type="button" data-part="question-yes" onClick={() => actions.answer(id, 'yes')}>
                {t.yes}
              </button>
              <button type="button" data-part="question-no" onClick={() => actions.answer(id, 'no')}>
                {t.no}
              </button>
            </div>
          ) : null}
        </div>
      ))}
      {wasEdited ? (
        <p role="status" data-part="lost-approval">
          {t.approvalLost}
        </p>
      ) : null}
      {note && needed.length > 0 ? <p data-part="last-answer">{note}</p> : null}
      {needed.length > 0 ? (
        <div class="row">
          <button type="button" class="main" data-part="ask-approval" onClick={() => void ask()}>
            {t.askApproval}
          </button>
        </div>
      ) : null}
      {failed ? <p role="status">{t.askFailed}</p> : null}
      {isBarred && role.otherwise === 'approved-content' ? (
        <div class="row">
          <button type="button" data-part="open-library" onClick={actions.openLibrary}>
            {t.openLibrary}
          </button>
        </div>
      ) : null}
      {contacts.map(({ topics, people, deputy, note }) => (
        <div class="contact" key={topics.map(({ id }) => id).join(' ')} data-part="contact">
          {people.map((person) => (
            <Person
              key={person.id}
              person={person}
              said={
                note ? `${person.name} ${note}.` : t.answersFor(person.name, topics.map(({ name }) => name).join(', '))
              }
              t={t}
            />
          ))}
          {deputy ? <Person person={deputy} said={t.deputy(deputy.name)} t={t} /> : null}
        </div>
      ))}
    </div>
  );
}

function Person({ person, said, t }: { person: Reachable; said: string; t: Texts }) {
  const ways = [
    person.email ? { href: `mailto:${person.email}`, name: t.byMail } : null,
    person.slack ? { href: person.slack, name: 'Slack' } : null,
    person.teams ? { href: person.teams, name: 'Teams' } : null,
  ].filter((way) => way !== null);
  return (
    <p>
      {said}
      {ways.map(({ href, name }) => (
        <>
          {' '}
          <a
            href={href}
            target="_blank"
            rel="noreferrer"
            data-part="message-link"
            aria-label={`${person.name}: ${name}`}
          >
            {name}
          </a>
        </>
      ))}
    </p>
  );
}
