import { type KeyObject, createPrivateKey, createPublicKey, hkdfSync, sign, verify } from 'node:crypto';

/** RFC 8410 §7: the DER before the 32 bytes of an Ed25519 private key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The installation's key for heads of the audit chain, made of its secret (HKDF-SHA256, RFC 5869): nothing more to keep, and who has only the database
 * cannot sign. The public half is printed by `rounds audit head` for whoever verifies elsewhere.
 */
export class AuditKey {
  private readonly key: KeyObject;
  /** SPKI in base64. */
  readonly publicKey: string;

  constructor(secret: string) {
    const seed = Buffer.from(hkdfSync('sha256', secret, '', 'rounds audit heads', 32));
    this.key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.key).export({ format: 'der', type: 'spki' }).toString('base64');
  }

  sign(head: Buffer): Buffer {
    return sign(null, head, this.key);
  }
}

/** Whether the signature over the head was made with the key's private half. False for what is no key or no signature. */
export function isSignedBy(publicKey: string, head: Buffer, signature: Buffer): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    return verify(null, head, key, signature);
  } catch {
    return false;
  }
}
