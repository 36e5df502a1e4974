import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';

export interface DkimKey {
  readonly domain: string;
  readonly selector: string;
  readonly keyFile: string;
}

/** RFC 8058 §4: who may take readers off a list is signed; the rest is what nodemailer signs anyway and our mails have. */
const SIGNED =
  'From:Reply-To:Subject:Date:Message-ID:To:MIME-Version:Content-Type:Content-Transfer-Encoding:In-Reply-To:References:Auto-Submitted:' +
  'List-Unsubscribe:List-Unsubscribe-Post';
/** RFC 8301 §3.2: verifiers need not take shorter ones. */
const LEAST_BITS = 1024;

/**
 * Signs messages (RFC 6376, relaxed/relaxed, rsa-sha256). The key is read now.
 * @throws Error with words for whoever runs this, where the key cannot be used
 */
export function dkimSigner({ domain, selector, keyFile }: DkimKey): (message: Buffer) => Promise<Buffer> {
  const privateKey = readKey(keyFile);
  const dkim = new DKIM({ domainName: domain, keySelector: selector, privateKey, headerFieldNames: SIGNED });
  return async (message) => {
    const signed = await buffer(dkim.sign(message));
    // The signer hands a message on as it is where it cannot sign it.
    if (signed.length <= message.length) throw new Error('the message could not be signed with the DKIM key');
    return signed;
  };
}

function readKey(keyFile: string): string {
  try {
    const pem = readFileSync(keyFile, 'utf8');
    const key = createPrivateKey(pem);
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    if (key.asymmetricKeyType !== 'rsa' || bits < LEAST_BITS) throw new Error(`it is no RSA key of at least ${LEAST_BITS} bits`);
    return pem;
  } catch (error) {
    throw new Error(
      `DKIM_KEY_FILE (${keyFile}) cannot be used: ${(error as Error).message}. Make one with: openssl genrsa -out dkim.pem 2048`,
      { cause: error },
    );
  }
}
