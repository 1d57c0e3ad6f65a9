import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  key: string;
  cert: string;
}

/**
 * A certificate for these hosts that only browsers told to accept it will accept. Made anew for every run, valid for
 * two days, and never kept: there is no key to leak.
 */
export function makeCertificate(hosts: string[]): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'botschaft-certificate-'));
  try {
    const key = join(folder, 'key.pem');
    const cert = join(folder, 'cert.pem');
    const names = hosts.map((host) => `DNS:${host}`).join(',');
    const subject = ['-subj', '/CN=Botschaft demo pages', '-addext', `subjectAltName=${names}`];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const files = ['-keyout', key, '-out', cert];
    execFileSync('openssl', ['req', '-x509', ...curve, ...subject, '-days', '2', ...files], { stdio: 'pipe' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
