/** Everything that is known of a candidate, as data; instants are ISO 8601. */
export interface PersonRecord {
  readonly person: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly location: string;
    readonly country: string | null;
    readonly zone: string;
    readonly language: string | null;
    readonly links: readonly string[];
    readonly knownSince: string;
  };
  readonly organization: { readonly name: string; readonly contactEmail: string };
  readonly applications: readonly ApplicationRecord[];
  readonly files: readonly FileRecord[];
  readonly requests: readonly {
    readonly kind: string;
    readonly askedAt: string;
    readonly outcome: string | null;
    readonly answer: string;
  }[];
  /** What they said of themselves when they were asked voluntarily: in what they fetch themselves alone, because nobody else may read it. */
  readonly saidVoluntarily?: readonly { readonly question: string; readonly answer: string; readonly answeredAt: string }[];
}

export interface ApplicationRecord {
  readonly posting: string;
  readonly status: string;
  readonly stage: string | null;
  readonly appliedAt: string;
  readonly endedAt: string | null;
  readonly consentedAt: string;
  /** By when they were promised an answer to what they did last. */
  readonly promisedAnswer: unknown;
  readonly source: string | null;
  readonly country: string | null;
  readonly residenceCheck: string;
  readonly statedContact: unknown;
  readonly answers: readonly unknown[];
  readonly moves: readonly {
    readonly at: string;
    readonly command: string;
    readonly toStage: string | null;
    readonly toStatus: string;
  }[];
  readonly interviews: readonly {
    readonly stage: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly state: string;
  }[];
  readonly namedTimes: readonly {
    readonly saidAt: string;
    readonly zone: string;
    readonly windows: unknown;
    readonly note: string;
  }[];
  readonly takeHomes: readonly {
    readonly sentAt: string;
    readonly dueAt: string;
    readonly brief: string;
    readonly submittedAt: string | null;
    readonly url: string | null;
    readonly note: string;
  }[];
  readonly mailsToYou: readonly { readonly subject: string; readonly state: string; readonly at: string }[];
  readonly mailsFromYou: readonly { readonly subject: string; readonly text: string; readonly receivedAt: string }[];
  /** What the team wrote about them; absent from what a candidate fetches themselves, because others have a say in it (GDPR Art. 15(4)). */
  readonly written?: {
    readonly notes: readonly { readonly at: string; readonly text: string }[];
    readonly reasons: readonly string[];
    readonly assessments: readonly {
      readonly stage: string;
      readonly at: string;
      readonly recommendation: string;
      readonly notes: string;
      readonly ratings: readonly { readonly attribute: string; readonly rating: number; readonly note: string }[];
    }[];
  };
}

export interface FileRecord {
  readonly kind: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly sentAt: string;
}

/** The person as a JSON Resume (jsonresume.org, schema 1.0.0), so far as it is known as data; the CV itself is among the files. */
export function jsonResume({ person, applications }: PersonRecord, at: Date): object {
  const { name, email, phone, location, country, links } = person;
  return {
    $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
    basics: {
      ...{ name, email, phone },
      location: { address: location, ...(country && { countryCode: country }) },
      profiles: links.map((url) => ({ network: URL.canParse(url) ? new URL(url).hostname : '', url })),
    },
    projects: applications
      .flatMap(({ takeHomes }) => takeHomes)
      .filter(({ url }) => url !== null)
      .map(({ url, note, submittedAt }) => ({ name: 'Take-home', url, description: note, endDate: submittedAt?.slice(0, 10) })),
    meta: { version: 'v1.0.0', lastModified: at.toISOString() },
  };
}

/** A file's name inside an archive: numbered, so that two of one name stand beside each other, and without anything that leads out of its folder. */
export function memberName({ fileName }: FileRecord, index: number): string {
  const plain = fileName.replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, '_').replace(/^\.+/, '_');
  return `files/${index + 1}-${plain.slice(-150)}`;
}
