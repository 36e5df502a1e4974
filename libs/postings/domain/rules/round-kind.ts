import type { RoundKind, Seat } from '../posting-document.js';
import { isPractitioner } from './occupations.js';

/** The kind of a round, and what makes it doubtful when something does. */
export interface KindReading {
  readonly kind: RoundKind;
  readonly doubt: string | null;
}

/** What the kind is read from. */
export interface KindClues {
  /** The round's words without those of skip rules and notes. */
  readonly text: string;
  /** Its name alone, the stronger witness. */
  readonly name: string;
  readonly seats: readonly Seat[];
  /** Whether it is the first of several rounds. */
  readonly first: boolean;
}

const OFFER =
  /\bshake hands\b|^\W*(?:references?(?: checks?)?|decision|background check) (?:and|&|\+) (?:an? |the |your )?(?:job )?offer\b|^\W*(?:angebot|vertragsangebot|propuesta|oferta|proposition|offre)\W*$|^\W*(?:tentative|conditional|formal) (?:job )?offer\b|^\W*(?:the |your )?contract\W*$|\b(?:call|mail|email|write to|contact|come back to) you with an offer\b|\b(?:made|extended?|receive|get|be made) (?:you )?an? (?:\w+ )?offer\b|^\W*(?:(?:job |written |final |an? |the |verbal |make (?:you )?an? |we (?:will |'ll )?make (?:you )?(?:an?|the) (?:job )?|receive (?:an |your )?)*offers?)\b(?!.*\b(?:interview|call|chat) (?:with|about)\b)|\bmake you an? (?:job )?offer\b/i;
const TAKE_HOME =
  /à la maison\b|\b(?:para|en) casa\b|\bdesaf[ií]o t[ée]cnico asincr|\bprueba t[ée]cnica asincr|\baufgabe (?:für )?zu ?hause\b|^\W*(?:test |trial |paid |small |short )?(?:task|assignment|homework)\s*(?::|$)|\btake[- ]?home|\bhome[- ]?(?:work|task|assignment|test|exercise|challenge)|\bpaid (?:cod(?:e|ing) |half[- ]day )?(?:test|exercise|issue|ticket|piece|task)\b|\b(?:focused|small|short) build\b|\b(?:task|exercise|test|assignment|work|project)\b.{0,20}\b(?:at|from) home\b|\b(?:coding|programming|technical|design|writing|code|practical|small|short|paid|async\w*|trial|sample|work|written) (?:challenge|assignment|homework|project|trial|day|task|sample|proposal|essay|plan)\b|\bassignment\b|\bwriting project|\bcontribut\w+ (?:a|an|to|some)\b|\bsubmit\b.*\b(?:solution|code|challenge|exercise|work)\b|\bpull request\b|\bin your own time\b|\btest (?:task|project)\b|\bcase study\b/i;
const LIVE =
  /\b(?:live|together|pair(?:ing|[- ]programming)?|on-?site|zoom|video|call|whiteboard|interview|walk ?through|review (?:of )?your|discuss\w*|present\w*|session)\b/i;
const TOOL_TEST =
  /\b(?:assessment|test|quiz|challenge|exercise|screen)\b.*\b(?:coderbyte|hackerrank|codility|codesignal|testgorilla|leetcode|qualified\.io|triplebyte|online|platform)\b|\b(?:coderbyte|hackerrank|codility|testgorilla)\b/i;
const ASSESSMENT =
  /\b(?:technical|coding|programming|skills?|online|aptitude|written|art|design|writing|edit(?:ing)?|translation|excel|spreadsheet|typing) (?:assessment|test|quiz|exercise|evaluation)\b|\bcomplete (?:an?|the|our) (?:[\w-]+ ){0,2}(?:assessment|test|quiz|exercise|questionnaire)\b|\bwritten questions\b|\bquestionnaire\b|\bsend you (?:an?|the|our) (?:[\w-]+ ){0,4}(?:quiz|test|questionnaire)\b|\bin writing\b/i;
const SCREEN =
  /\btelefonat\b|\b(?:entrevue|entretien) t[ée]l[ée]phonique\b|^\W*(?:\d\W+)?introductions?\W*$|\bkennenlern|\bappel\b|\bentrevista inicial\b|\bllamada\b|\bscreen(?:ing)?\b|\bintro\b(?! to)|\bintro(?:duct\w+)?(?:[- ]\w+)? (?:call|chat|interview|conversation|meeting)|\b(?:initial|first|introductory|informal|exploratory|quick|short|phone) (?:call|chat|conversation|interview|meeting|contact)\b|\bphone (?:call|interview)|\b(?:call|ring|phone) you\b|\bcoffee\b|\b(?:informal|casual)\b|\bsay (?:hello|hi)\b|\bhello\b|\bget(?:ting)? to know (?:you|each other)|\b(?:recruiter|talent|hr|people (?:team|ops|partner))\b.{0,20}\b(?:call|chat|interview|conversation|screen)/i;
/** The same words in a later round: "first interview with the hiring manager" is no screen any more. */
const STILL_SCREEN =
  /\bscreen(?:ing)?\b|\bintro(?:duct\w+)?(?:[- ]\w+)? (?:call|chat|interview|conversation|meeting)|\bcoffee\b|\binformal\b|\b(?:recruiter|talent|hr)\b.{0,20}\b(?:call|chat|conversation|screen)/i;
const TECHNICAL =
  /\btechnical|\bSQL\b|\b(?:ML|machine learning|code|data) deep[- ]dive\b|\b(?:ML|machine learning) (?:design|depth|modell?ing)\b|\bfachgespräch|\btechni(?:que|sch)|\btécnic|\blive (?:exercise|test|task|challenge)|\btech (?:interview|screen|chat|call|round|talk|discussion)|\bcod(?:e|ing)\b|\bprogramming|\bpair(?:ing)?\b|\bsystems? design|\barchitecture|\bwhiteboard|\balgorithm|\bdebugging|\bengineering (?:interview|exercise|session)|\bdata structures/i;
const PANEL =
  /\bfounders? and the (?:whole |rest of the )?team\b|\b(?:remote|on-?site|virtual|final|several|multiple|series of|set of|hours of|back[- ]to[- ]back)\b.{0,30}\binterviews\b|\b(?:both|all) (?:the )?founders\b|\bpanel\b|\bon[- ]?site\b|\bsuper ?day\b|\bmeet(?:ing)? (?:the|your) (?:whole |entire |future |wider )?team\b(?! ?lead)|\bwith (?:the |several |multiple |various )(?:whole |entire )?(?:team(?! ?lead| manager)|members|people|teammates|colleagues)\b|\bteam fit\b|\bloop\b/i;
const CONVERSATION = /\b(?:interview|call|chat|conversation|talk|speak|meet(?:ing)?|video|phone)\b/i;

/** Something to do, alone or together. */
const WORK = /\b(?:exercise|assessment|challenge|task|test|case|sample)\b/i;

/** Kinds that the name says outright, strongest first. */
function fromWords({ name, text, seats, first }: KindClues): KindReading | null {
  if (OFFER.test(name) || (text.length < 120 && !CONVERSATION.test(name) && /\bwith an offer\b/i.test(text)))
    return { kind: 'OFFER', doubt: null };
  if (
    TAKE_HOME.test(name) &&
    !/\b(?:review|discuss\w*|present\w*|walk ?through|debrief|(?:call|meeting|interview|talk) with)\b/i.test(name)
  ) {
    return {
      kind: 'TAKE_HOME',
      doubt: /\b(?:live coding|live session|pair(?:ing)?)\b/i.test(text) ? 'it may be done together' : null,
    };
  }
  if (/\basync(?:hronous)?\b/i.test(name) && !/\b(?:review|interview|call|chat|debrief)\b/i.test(name))
    return { kind: 'TAKE_HOME', doubt: null };
  // "Async code review of a small PR, on your own time"
  if (/\b(?:on|in) your own time\b/i.test(text) && !/\b(?:interview|call|chat|debrief|meeting)\b/i.test(name))
    return { kind: 'TAKE_HOME', doubt: null };
  const assessed = ASSESSMENT.test(name) || TOOL_TEST.test(name);
  if (assessed && !LIVE.test(name) && seats.length === 0)
    return { kind: 'TAKE_HOME', doubt: 'whether it is done alone or in a call is not said' };
  if ((first ? SCREEN : STILL_SCREEN).test(name) && !(TECHNICAL.test(name) && !first)) {
    const late = !first && /\b(?:hiring )?manager\b|\bfinal\b/i.test(name);
    if (!late) return { kind: TECHNICAL.test(name) ? 'TECHNICAL' : 'SCREEN', doubt: null };
  }
  if (seats.length >= 2 || PANEL.test(name)) return { kind: 'PANEL', doubt: null };
  if (TECHNICAL.test(name)) return { kind: 'TECHNICAL', doubt: null };
  return null;
}

/**
 * The kind of a round. Its name decides; then who interviews ("our backend engineer" is technical); then its place (a first talk is a
 * screen). Whatever is not said outright carries a doubt for a person to settle.
 */
export function readKind(clues: KindClues): KindReading {
  const said = fromWords(clues);
  if (said) return said;
  const { text, name, seats, first } = clues;
  if (seats.length === 1 && isPractitioner(seats[0]!.role)) {
    return { kind: 'TECHNICAL', doubt: `it is a talk with "${seats[0]!.role}"; what is talked about is not said` };
  }
  // "Stage 1: Talent": whoever looks after applicants begins.
  if (
    first &&
    seats.length === 1 &&
    (/^(?:talent|people|hr|recruit\w+)\b/i.test(seats[0]!.role) ||
      /^\W*(?:talent|people|hr|recruit\w+)(?: team| partner)?\W*$/i.test(name))
  )
    return { kind: 'SCREEN', doubt: null };
  if (first && CONVERSATION.test(name)) return { kind: 'SCREEN', doubt: 'it is the first talk; what it is for is not said' };
  if (/\b(?:prepare|do|complete|solve|work on)\b[^.]{0,50}\b(?:at home|in your own time)\b/i.test(text))
    return { kind: 'TAKE_HOME', doubt: 'its description speaks of work at home' };
  if (WORK.test(name) && /\b(?:at|from) home\b|\bin your own time\b/i.test(text)) return { kind: 'TAKE_HOME', doubt: null };
  if (WORK.test(name) && /\bpair(?:ing)?\b|\blive\b/i.test(text)) return { kind: 'TECHNICAL', doubt: null };
  if (TAKE_HOME.test(text) && !LIVE.test(text)) return { kind: 'TAKE_HOME', doubt: 'its description speaks of work to hand in' };
  if (TECHNICAL.test(text) && !/\b(?:non-?technical|no coding)\b/i.test(text) && CONVERSATION.test(name) && seats.length === 0) {
    return { kind: 'TECHNICAL', doubt: 'only its description is technical' };
  }
  return { kind: 'INTERVIEW', doubt: CONVERSATION.test(name) ? null : 'its name does not say what happens' };
}
