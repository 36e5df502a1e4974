import { ok, refuse, type Refusal, type Result } from '#libs/kernel/index.js';

export interface KitAttribute {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

/** An attribute as the team wants it; without an id it is a new one. */
export interface WantedAttribute {
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
}

/**
 * What a kit's attributes become. Those that interviewers have rated stay, under the name they were rated by, since a rating means nothing without it: they
 * are kept at the end when left out, and renaming one is refused (its description may improve). `newId` makes ids for new ones.
 */
export function changeAttributes(
  present: readonly (KitAttribute & { readonly rated: boolean })[],
  wanted: readonly WantedAttribute[],
  newId: () => string,
): Result<
  { attributes: KitAttribute[]; kept: KitAttribute[] },
  Refusal<'ATTRIBUTE_UNKNOWN' | 'ATTRIBUTE_RATED' | 'ATTRIBUTE_TWICE'>
> {
  const known = new Map(present.map((attribute) => [attribute.id, attribute]));
  const attributes: KitAttribute[] = [];
  const names = new Set<string>();
  for (const { id, name, description } of wanted) {
    const before = id === null ? undefined : known.get(id);
    if (id !== null && before === undefined)
      return refuse(
        'ATTRIBUTE_UNKNOWN',
        `"${name}" has an id that is none of this kit's. Nothing was changed; leave the id out for a new attribute.`,
      );
    if (before?.rated && before.name !== name)
      return refuse(
        'ATTRIBUTE_RATED',
        `"${before.name}" has been rated and keeps its name. Nothing was changed; add "${name}" as a new attribute instead.`,
      );
    if (names.has(name.toLowerCase()))
      return refuse('ATTRIBUTE_TWICE', `"${name}" is there twice. Nothing was changed; name each attribute once.`);
    names.add(name.toLowerCase());
    if (id !== null) known.delete(id);
    attributes.push({ id: id ?? newId(), name, description });
  }
  const kept = [...known.values()].filter(({ rated }) => rated).map(({ id, name, description }) => ({ id, name, description }));
  const doubled = kept.find(({ name }) => names.has(name.toLowerCase()));
  if (doubled)
    return refuse(
      'ATTRIBUTE_TWICE',
      `"${doubled.name}" has been rated and stays, so a second one of that name is not possible. Nothing was changed.`,
    );
  return ok({ attributes: [...attributes, ...kept], kept });
}
