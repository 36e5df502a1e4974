import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PASSWORD_LIMITS, checkPassword } from './password-rules.js';

const owner = { email: 'mara.quell@org.example', name: 'Mara Jørgen-Quëll', organization: 'Lamp & Anvil' };
const check = (password: string) => checkPassword(password, owner, 'input.password');

describe('a password', () => {
  it('is taken when it is long, whatever it is made of', () => {
    for (const good of ['lamp river sixteen anvil', 'dkq8vhw2mz4t', 'пароль-из-четырёх-слов', 'ひらがなカタカナ漢字まじりの文'])
      expect(check(good).ok).toBe(true);
  });

  it('is refused when it is short, endless, common, one key held down, or holds a line break', () => {
    const bad = [
      'eleven char',
      'x'.repeat(201),
      'Password-1234',
      'qwertyuiop123',
      'aaaaaaaaaaaa',
      'abababababab',
      'a long one\nwith a break',
    ];
    for (const password of bad)
      expect(check(password)).toMatchObject({ ok: false, refusal: { code: 'INVALID_INPUT', field: 'input.password' } });
  });

  it('is refused when it holds its owner’s address or name in it', () => {
    expect(check('my MARA.quell@org.example')).toMatchObject({ ok: false });
    expect(check('mara.quell-2024!')).toMatchObject({ ok: false });
    expect(check('two wet quelled herons')).toMatchObject({ ok: false });
    expect(checkPassword('bo likes long words', { ...owner, email: 'bo@org.example', name: 'Bo Ek' }, 'p').ok).toBe(true);
  });

  it('is refused when it holds the name of the organisation, however it is written', () => {
    for (const password of ['my Lamp&Anvil account', 'l4mp-4nv1l forty two'])
      expect(check(password)).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('your organisation') } });
    expect(check('anvil under the lamp').ok).toBe(true);
  });

  it('is refused when it was stolen elsewhere, in capitals and with digits for letters too, and says so', () => {
    for (const password of ['chickenwing101', 'MomsAnAladventure', 'hd764nw5d7e1vb1', 'fktrcfylhjdbx', 'unb3li3v4bl3'])
      expect(check(password)).toMatchObject({ ok: false, refusal: { message: expect.stringContaining('stolen') } });
  });

  it('counts characters as people do and keeps what it was but for the form of its letters', () => {
    expect(check('👩‍🚀🚀🌍🌙⭐️☀️🪐🌌🛰️🔭🌠💫').ok).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 60 }), (password) => {
        const checked = check(password);
        if (checked.ok) expect(checked.value).toBe(password.normalize('NFKC'));
        if ([...password.normalize('NFKC')].length < PASSWORD_LIMITS.least) expect(checked.ok).toBe(false);
      }),
    );
  });

  it('is never repeated in the refusal', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, maxLength: 11 }).filter((text) => !/^[\s\w]*$/.test(text)),
        (password) => {
          const checked = check(password);
          if (!checked.ok) expect(checked.refusal.message).not.toContain(password);
        },
      ),
    );
  });
});
