// Microsoft's Web Chat, fetched once into the build folder: only its bundle is wanted, not the 600 MB that installing the
// package would bring.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '4.18.1';
const SHA512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const folder = resolve(dirname(fileURLToPath(import.meta.url)), '../../build/peers');

export function webChatBundle() {
  const packed = join(folder, `botframework-webchat-${VERSION}.tgz`);
  mkdirSync(folder, { recursive: true });
  if (!existsSync(packed)) execFileSync('npm', ['pack', `botframework-webchat@${VERSION}`, '--pack-destination', folder], { stdio: 'pipe' });
  const digest = createHash('sha512').update(readFileSync(packed)).digest('base64');
  if (digest !== SHA512) throw new Error(`${packed} is not the file that was reviewed: delete it and try again`);
  return execFileSync('tar', ['-xzOf', packed, 'package/dist/webchat-es5.js'], { maxBuffer: 64 * 1024 * 1024 });
}
