import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { tellRefusal } from './commands';

interface Fault {
  readonly field: string | null;
  readonly message: string;
}

/** What the server found wrong with a form: beside the field it is about, or under the form. Nothing that was typed is lost. */
export function useFaults<Field extends string>(...fields: readonly Field[]) {
  const [fault, setFault] = useState<Fault | null>(null);
  // Whoever presses a button at the end of a long form is led to what is wrong.
  useEffect(() => {
    if (fault) document.querySelector<HTMLElement>('form [aria-invalid=true]')?.focus();
  }, [fault]);
  const known = fault !== null && fields.some((field) => fault.field === `input.${field}`);
  return {
    /** For the field's `error`. */
    at: (field: Field) => (fault?.field === `input.${field}` ? fault.message : undefined),
    rest: fault && !known ? fault.message : null,
    clear: () => setFault(null),
    onRefusal: (refusal: object) => {
      if (!('message' in refusal)) return tellRefusal(refusal);
      const field = 'field' in refusal && typeof refusal.field === 'string' ? refusal.field : null;
      setFault({ field, message: String(refusal.message) });
    },
  };
}

export function FormFault({ children }: { readonly children: string | null }) {
  if (children === null) return null;
  return (
    <Text size="sm" className="bad prose" role="alert">
      {children}
    </Text>
  );
}
