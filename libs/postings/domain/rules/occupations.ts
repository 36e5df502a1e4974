/** Nouns that name what a person does at work. They tell a job's title from a page's, and an interviewer from a subject. */
const NOUNS =
  'engineer|developer|dev|programmer|architect|designer|manager|director|lead|head|officer|analyst|scientist|researcher|writer|editor|administrator|sysadmin|recruiter|specialist|consultant|advocate|evangelist|coordinator|associate|assistant|intern|internship|representative|executive|accountant|counsel|lawyer|technician|operator|strategist|producer|marketer|copywriter|trainer|teacher|instructor|planner|buyer|sre|devops|qa|tester|founder|cofounder|president|partner|principal|fellow|postdoc|apprentice|trainee|werkstudent|cto|ceo|coo|cfo|cpo|cmo|vp|svp|chief|maintainer|committer|moderator|support|sales|professor|nurse|agent|advisor|adviser|bookkeeper|controller|illustrator|animator|artist|linguist|translator|librarian|secretary|generalist|economist|statistician|mathematician|physicist|biologist|chemist|chef|driver|owner|guru|ninja|organizer|organiser|contractor|freelancer|supervisor|steward|warden|porter|butcher|brewer|superintendent|liaison|estimator|scheduler|mechanic|electrician|plumber|carpenter|baker|barista|waiter|waitress|cook|gardener|caretaker|cleaner|archivist|curator|conservator|photographer|videographer|journalist|reporter|composer|therapist|physician|doctor|dentist|veterinarian|pharmacist|paramedic|midwife|carer|caregiver|tutor|lecturer|surveyor|geologist|geographer|ecologist|astronomer|meteorologist|actuary|underwriter|trader|broker|banker|auditor|paralegal|attorney|solicitor|inspector|pilot|dispatcher|courier|merchandiser|stylist|florist|farmer|forester|ranger|collaborator|clerk|receptionist|cashier|salesperson|fundraiser|machinist|welder|luthier|printer|bookseller|proofreader|copyeditor|interpreter|facilitator|mentor|coach|ambassador|auditor|[a-z]*entwickler|[a-z]*entwicklerin|ingenieur|ingenieurin|d[eé]veloppeur|d[eé]veloppeuse|ing[eé]nieur|ingenier[oa](?:\\/[oa])?|t[ée]cnic[oa]|desarrollador|desarrolladora|ontwikkelaar|medewerker|beheerder|sachbearbeiter|sachbearbeiterin|programador|programadora|dise[nñ]ador|analista|hygienist|optician|optometrist|radiographer|sonographer|phlebotomist|dietitian|dietician|nutritionist|psychologist|psychiatrist|counsell?or|physiotherapist|worker|janitor|housekeeper|fitter|joiner|roofer|plasterer|painter|mason|bricklayer|glazier|foreman|tailor|seamstress|upholsterer|jewell?er|goldsmith|blacksmith|rigger|diver|sailor|deckhand|skipper|beekeeper|winemaker|cheesemaker|nanny|lifeguard|dancer|actor|musician|choreographer|sculptor|potter|assembler|sommelier|bartender|dishwasher|zookeeper|farrier|detective|firefighter|registrar|comptroller|treasurer|attendant|concierge|chauffeur|navigator|[a-z]+ologist|toxicologist|hydrographer|cartographer|cinematographer|epidemiologist|evaluator|enumerator|negotiator|adjuster|examiner|assessor|investigator|interviewer|educator|curriculum developer|superintendant|handyman|landscaper|arborist|agronomist';

const TITLE_WORD = new RegExp(String.raw`\b(?:${NOUNS})s?\b|\b(?:position|role)\b|\bmember of (?:the )?technical staff\b`, 'i');

const LAST_WORD = new RegExp(String.raw`\b(?:${NOUNS})s?\W*(?:[([][^)\]]*[)\]]\W*)?$`, 'i');

/** Whether the words end as a job's name does ("Office Manager"), so that a part of a page ("Office") is not meant. */
export function endsWithAJob(text: string): boolean {
  return LAST_WORD.test(text);
}

/** Whether a heading reads like the name of a job ("Senior Backend Engineer", "Head of Design"). */
export function namesAJob(text: string): boolean {
  return TITLE_WORD.test(text);
}

/** Nouns of people who sit in interviews; narrower than job titles ("support" and "sales" are subjects there). */
const INTERVIEWER =
  /\b(?:engineers?|developers?|devs?|programmers?|producers?|artists?|editors?|accountants?|nurses?|teachers?|instructors?|operators?|architects?|designers?|managers?|directors?|leads?|leaders?|head of|heads?|officers?|analysts?|scientists?|researchers?|recruiters?|founders?|co-?founders?|presidents?|principals?|C[TEOFPMIR]O|CISO|VP|SVP|chief|PMs?|EM|HR|coordinators?|counsel|lawyers?|specialists?|consultants?|associates?|administrators?|stakeholders?|partners?|board|clients?|people (?:ops|operations|partner|team)|talent(?: team| partner| acquisition)?|recruiting team|hiring team|interviewers?|teammates?|colleagues?|coworkers?|co-workers?|team ?members?|members?|people (?:from|of|on|in)|some(?:one|body)|(?:recruiting|recruitment|marketing|sales|design|product|engineering|data|support|leadership|executive) team|consuls?|ambassadors?|deans?|rectors?|mayor|curators?|conductor|captain|chair(?:person|woman|man)?|trustees?|maintainers?|writers?|marketers?|peers?|staff|executives?|SREs?|CSMs?|entwickler(?:in|innen|n)?|personal(?:team|abteilung)|geschäftsführ(?:ung|er|erin)|d[ée]veloppeu(?:rs?|ses?)|fondat(?:eurs?|rices?)|direct(?:eur|rice|ora)|produc(?:trice|teur)|desarrollador(?:es|a)?|ingenier[oa]s?|ing[ée]nieu(?:rs?|res?)|RRHH|recursos humanos|equipo|équipe|trainers?|councils?|committees?|experts?|owners?|representatives?|advis[eo]rs?|technicians?|librarians?|surveyors?|foreman|chefs?|supervisors?|volunteers?|postdocs?|professors?|physicians?|doctors?|dentists?|hygienists?|pharmacists?|therapists?|clinicians?|scholars?)\b/i;

/** Whether the words name who interviews: "our project lead", "CTO/CEO", "someone from another team". */
export function namesAnInterviewer(text: string): boolean {
  return INTERVIEWER.test(text);
}

/** Whether the role is that of somebody who builds (an engineer, not the manager of engineers). */
export function isPractitioner(role: string): boolean {
  return (
    /\b(?:engineers?|developers?|devs?|programmers?|architects?|sres?|scientists?)\b/i.test(role) &&
    !/\b(?:manager|director|head|vp|chief)\b/i.test(role)
  );
}
