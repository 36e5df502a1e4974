/** A question that nobody has to answer; `PREFER_NOT_TO_SAY` is among the answers of every one and is what stands when nothing was chosen. */
export interface Question {
  readonly key: string;
  readonly label: string;
  /** Said above the answers. */
  readonly hint?: string;
  readonly categories: readonly { readonly key: string; readonly label: string }[];
}

/** One version of a form. What has been asked is never changed: other words make another version, and a key never comes to mean anything else. */
export interface Form {
  readonly id: string;
  readonly version: number;
  /** Whom it is for, ISO 3166-1; null is everybody for whom there is no other. */
  readonly country: string | null;
  readonly title: string;
  readonly questions: readonly Question[];
}

export const PREFER_NOT_TO_SAY = 'PREFER_NOT_TO_SAY';
const DECLINE = { key: PREFER_NOT_TO_SAY, label: 'I prefer not to say' };

/**
 * Every version of every form, oldest first. The categories of the United States are those that employers report by: EEO-1 Component 1 (29 CFR 1602.7), protected
 * veterans (41 CFR 60-300.42) and disability (41 CFR 60-741.42).
 */
export const FORMS: readonly Form[] = [
  {
    ...{ id: 'plain', version: 1, country: null, title: 'Equal opportunity' },
    questions: [
      {
        ...{ key: 'gender', label: 'Which gender do you identify with?' },
        categories: [
          { key: 'WOMAN', label: 'Woman' },
          { key: 'MAN', label: 'Man' },
          { key: 'ANOTHER', label: 'Non-binary, or another one' },
          DECLINE,
        ],
      },
      {
        ...{ key: 'age', label: 'How old are you?' },
        categories: [
          { key: 'UNDER_25', label: 'Under 25' },
          { key: 'FROM_25', label: '25 to 39' },
          { key: 'FROM_40', label: '40 to 54' },
          { key: 'FROM_55', label: '55 or older' },
          DECLINE,
        ],
      },
      {
        ...{ key: 'disability', label: 'Do you have a disability, or have you had one?' },
        hint: 'A lasting impairment of body, mind or senses, seen or unseen.',
        categories: [{ key: 'YES', label: 'Yes' }, { key: 'NO', label: 'No' }, DECLINE],
      },
    ],
  },
  {
    ...{ id: 'us', version: 1, country: 'US', title: 'Equal employment opportunity' },
    questions: [
      {
        ...{ key: 'sex', label: 'Sex' },
        categories: [{ key: 'FEMALE', label: 'Female' }, { key: 'MALE', label: 'Male' }, DECLINE],
      },
      {
        ...{ key: 'race', label: 'Race or ethnicity' },
        hint: 'If you are Hispanic or Latino, choose that one, whatever your race.',
        categories: [
          { key: 'HISPANIC', label: 'Hispanic or Latino' },
          { key: 'WHITE', label: 'White' },
          { key: 'BLACK', label: 'Black or African American' },
          { key: 'PACIFIC', label: 'Native Hawaiian or Other Pacific Islander' },
          { key: 'ASIAN', label: 'Asian' },
          { key: 'NATIVE', label: 'American Indian or Alaska Native' },
          { key: 'SEVERAL', label: 'Two or more races' },
          DECLINE,
        ],
      },
      {
        ...{ key: 'veteran', label: 'Are you a protected veteran?' },
        hint: 'A disabled veteran, one recently separated (three years), one who served on active duty in a war or campaign with a badge, or one with an Armed Forces service medal.',
        categories: [
          { key: 'PROTECTED', label: 'I am one or more kinds of protected veteran' },
          { key: 'NOT_PROTECTED', label: 'I am not a protected veteran' },
          DECLINE,
        ],
      },
      {
        ...{ key: 'disability', label: 'Do you have a disability, or have you had one in the past?' },
        hint: 'A physical or mental impairment or medical condition that substantially limits, or limited, a major life activity.',
        categories: [
          { key: 'YES', label: 'Yes, I have a disability, or have had one in the past' },
          { key: 'NO', label: 'No, I do not have a disability and have not had one in the past' },
          DECLINE,
        ],
      },
    ],
  },
];

/** The form that is asked now: the newest version of each. */
export const PRESENT_FORMS: readonly Form[] = FORMS.filter(
  (form) => !FORMS.some((other) => other.id === form.id && other.version > form.version),
);

/** What somebody of the country is asked, of the forms that are turned on: their country's own, else the one for everybody; null is nothing. */
export function formFor(on: readonly string[], country: string | null): Form | null {
  const offered = PRESENT_FORMS.filter(({ id }) => on.includes(id));
  return (
    offered.find((form) => form.country !== null && form.country === country) ??
    offered.find((form) => form.country === null) ??
    null
  );
}

/** A form as it was asked. */
export function formOf(id: string, version: number): Form | null {
  return FORMS.find((form) => form.id === id && form.version === version) ?? null;
}

/** Answers to every question of the form, by its key; null when one is given that the form does not have. What is left out is not said. */
export function answersTo(form: Form, given: Readonly<Record<string, string | undefined>>): Record<string, string> | null {
  const answers: Record<string, string> = {};
  for (const { key, categories } of form.questions) {
    const answer = (Object.hasOwn(given, key) && given[key]) || PREFER_NOT_TO_SAY;
    if (!categories.some((category) => category.key === answer)) return null;
    answers[key] = answer;
  }
  return answers;
}
