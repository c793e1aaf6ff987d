import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFilePepperStore } from '#electron/host/filePepperStore.ts';
import { listRendererFiles } from '#electron/host/rendererFiles.ts';
import {
  isDeskFrame,
  isDeskPage,
  isOwnFile,
  mayLoad,
  resolveAppRequest,
} from '#electron/shell/appOrigin.ts';
import { PORT_MESSAGE } from '#electron/shell/portMessage.ts';
import { createSealedPepperStore, type KeyStore } from '#electron/shell/sealedPepperStore.ts';
import { PORT_MESSAGE as PORT_MESSAGE_OF_PAGE } from '#renderer/transport/messagePortChannel.ts';
import { makeRendererFolder } from './loopbackFixture.ts';

const FOREIGN = [
  'app://desk.example/',
  'app://desk@example/',
  'app://user@desk/',
  'app://desk:1/',
  'app://other/',
  'file:///etc/passwd',
  'https://example.org/',
  'http://desk/',
  'javascript:alert(1)',
  'about:blank',
  'not a url',
  '',
];

describe("the app's own origin", () => {
  it.each(['app://desk/', 'app://desk/#/case/1'])('%s is the page', (url) => {
    expect(isDeskPage(url)).toBe(true);
  });

  it.each([...FOREIGN, 'app://desk/other.html', 'app://desk/?x=1', 'data:text/html,x'])(
    '%s is not the page',
    (url) => {
      expect(isDeskPage(url)).toBe(false);
    },
  );

  it.each(FOREIGN)('%s may not be loaded', (url) => {
    expect(mayLoad(url)).toBe(false);
  });

  it('lets the page load its files and what it made itself', () => {
    for (const url of ['app://desk/assets/a.js', 'data:image/png;base64,', 'blob:app://desk/1']) {
      expect(mayLoad(url)).toBe(true);
    }
    expect(mayLoad('blob:https://example.org/1')).toBe(false);
    expect(mayLoad('wss://example.org/')).toBe(false);
  });
});

describe("requests to the app's scheme", () => {
  const files = listRendererFiles(makeRendererFolder());
  const get = (url: string, method = 'GET') => resolveAppRequest(files, { method, url });

  it('give our files', () => {
    expect(get('app://desk/')).toMatchObject({ mediaType: 'text/html; charset=utf-8' });
    expect(get('app://desk/assets/index-B3xK9_aQ.js')).toMatchObject({ neverChanges: true });
  });

  it.each([
    ['app://desk/../secret.json', 404],
    ['app://desk/%2e%2e/secret.json', 404],
    ['app://desk/..%2fsecret.json', 404],
    ['app://desk/link.json', 404],
    ['app://desk/notes.md', 404],
    ['app://other/', 403],
    ['file:///etc/passwd', 403],
  ])('%s is refused with %i', (url, status) => {
    expect(get(url)).toBe(status);
  });

  it('only read', () => {
    expect(get('app://desk/', 'POST')).toBe(405);
    expect(get('app://desk/', 'HEAD')).toMatchObject({ neverChanges: false });
  });
});

describe('who gets a port', () => {
  it('is the top frame of our page alone', () => {
    expect(isDeskFrame({ url: 'app://desk/#/', parent: null })).toBe(true);
    expect(isDeskFrame({ url: 'app://desk/', parent: {} })).toBe(false);
    expect(isDeskFrame({ url: 'https://example.org/', parent: null })).toBe(false);
    expect(isDeskFrame(null)).toBe(false);
  });

  it('is asked for with one word on both sides', () => {
    expect(PORT_MESSAGE).toBe(PORT_MESSAGE_OF_PAGE);
  });
});

describe("the pepper in the system's key store", () => {
  const pepper = new Uint8Array(32).map((_, index) => index);

  function stores(backend: ReturnType<KeyStore['getSelectedStorageBackend']> = 'gnome_libsecret') {
    const folder = mkdtempSync(join(tmpdir(), 'rifada-pepper-'));
    const keyStore = { available: true };
    const sealed = join(folder, 'pepper.sealed');
    const plain = join(folder, 'pepper');
    const flip = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff));
    const store = createSealedPepperStore(
      {
        isEncryptionAvailable: () => keyStore.available,
        getSelectedStorageBackend: () => backend,
        encryptString: (text) => flip(Buffer.from(text)),
        decryptString: (bytes) => flip(bytes).toString(),
      },
      'linux',
      sealed,
      createFilePepperStore(plain),
    );
    return { keyStore, sealed, plain, store };
  }

  it('comes back as it was, and never lies on the disk unsealed', () => {
    const { store, sealed } = stores();
    expect(store.read()).toBeNull();
    store.write(pepper);
    expect(store.read()).toEqual(pepper);
    const onDisk = readFileSync(sealed);
    expect(onDisk.includes(Buffer.from(pepper))).toBe(false);
    expect(onDisk.includes(Buffer.from(pepper).toString('base64'))).toBe(false);
  });

  it('fails, and is not taken for missing, while the key store is silent', () => {
    const { store, keyStore } = stores();
    store.write(pepper);
    keyStore.available = false;
    expect(() => store.read()).toThrow();
    keyStore.available = true;
    expect(store.read()).toEqual(pepper);
  });

  it('is kept in the plain file where Linux has only the stand-in', () => {
    const { store, plain } = stores('basic_text');
    store.write(pepper);
    expect(Uint8Array.from(readFileSync(plain))).toEqual(pepper);
    expect(store.read()).toEqual(pepper);
  });
});

it('only a file that the desk itself made may be saved', () => {
  expect(isOwnFile('blob:app://desk/0b7c')).toBe(true);
  for (const url of [
    'https://example.test/a.exe',
    'blob:https://example.test/1',
    'app://desk/a.js',
  ]) {
    expect(isOwnFile(url)).toBe(false);
  }
});
