import { isKnownPlace, isWorld } from '../places.js';
import { namesAJob } from './occupations.js';

/** A proper name: capitalised words, joined by "of", "and" or "&"; digits and inner capitals allowed. */
export const NAME = String.raw`((?:\p{Lu}[\p{L}\p{N}’'&.-]*|\p{N}+\p{Lu}[\p{L}\p{N}]*)(?:\s(?:(?:of|and|for|the|&)\s)?(?:\p{Lu}[\p{L}\p{N}’'&.-]*)){0,5})`;

/** What a company can be called, for patterns; each word small or with a capital. */
export const KIND_OF_COMPANY =
  '(?:company|start-?up|non-?profit|organi[sz]ation|foundation|agency|consultancy|firm|studio|co-?op(?:erative)?|charity|community|platform|business|team|provider|leader|employer|group|lab|laboratory|institute|publisher|marketplace|network|fintech)'.replace(
    /(?<=[|:])([a-z])/g,
    (letter) => `[${letter.toUpperCase()}${letter}]`,
  );

/** Words that open sentences or headings with a capital, and are nobody's name. */
const NOT_A_NAME =
  /^(?:us|we|you|our|your|the|this|that|these|it|they|i|he|she|who|what|why|how|there|here|job|jobs|role|position|team|company|candidate|home|work|remote|benefits|open source|all|any|a|an|and|apply|applicants?|in|as|if|at|for|engineering|product|design|data|science|salary|location|english)$/i;

/** What is inside a company, or of a posting. */
const PART_OF_A_COMPANY =
  /\b(?:[Tt]eam|[Rr]ole|[Pp]osition|[Jj]obs?|[Oo]pportunity|[Dd]epartment|[Pp]rocess|[Ii]nterviews?|[Cc]ompany|[Bb]enefits|[Oo]ffer|[Pp]rogram(?:me)?|[Oo]ffice|[Ii]nternship)$/;

/** Whether the words can be the name of a company. */
export function acceptable(name: string): boolean {
  if (
    name.length < 2 ||
    name.length > 60 ||
    NOT_A_NAME.test(name) ||
    /^(?:The|This|That|Our|Your|We|You|It|If|As|In|A|An|How|Why|What|When|Where|Who|Which|Here|There|Then|Today|Now|Since|After|Before|With|For|From|By|On|All|Every|Each|Many|Most|Some|Both|Join|Meet|Hi|Hello|Dear|Are|Is|Do|Does) /.test(
      name,
    )
  )
    return false;
  if (PART_OF_A_COMPANY.test(name)) return false;
  const ofPeople = / (?:Partners|Associates|Consultants|Advisors|Advisers|Architects|Accountants|Designers|Researchers)$/.test(
    name,
  );
  return (ofPeople || !namesAJob(name)) && !isKnownPlace(name) && !isWorld(name);
}

/** A name without its genitive, its stop and the shorter legal forms. */
export function clean(name: string): string {
  return name
    .replace(/^(?:Die|Das|Der|En|Chez|Bei|Bij) (?=\p{Lu})/u, '')
    .replace(/(?:['’]s)?[.,'’-]*$/, '')
    .replace(/,? (?:Inc|Ltd|LLC|GmbH|Corp)\.?$/i, '');
}
