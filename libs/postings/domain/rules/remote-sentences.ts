import { CONFIDENCE } from '../reading.js';

/** How people say that work can be done from elsewhere: pattern, rule, and how sure it is. Words like "not" before one undo it. */
export const REMOTE_SENTENCES: readonly (readonly [RegExp, string, number])[] = [
  [/\b(?:we(?:'|’)?(?:re| are)|is|as) an? (?:[\w-]+,? ){0,2}?(?:(?:fully|all|100%)[- ])?(?:remote|distributed)(?:[- ]first|[- ]only)?,? (?:[\w-]+ ){0,2}?(?:team|company|organi[sz]ation|startup|start-up|position|role|job|workforce|studio)\b/i, 'remote-organisation', CONFIDENCE.said],
  [/\bwe(?:'|’)?(?:re| are) (?:all |a |fully |entirely )?(?:remote|distributed)\b(?! (?:office|site))/i, 'remote-organisation', CONFIDENCE.said],
  [/\b(?:everyone|everybody) works (?:fully )?remotely\b/i, 'remote-organisation', CONFIDENCE.said],
  [/\b(?:fully|100 ?%|completely|entirely)[- ](?:remote|distributed)\b/i, 'fully-remote', CONFIDENCE.said],
  [/\b(?:this|the) (?:is a |position is |role is |job is )(?:fully |primarily |mostly |currently )?remote\b/i, 'remote-role', CONFIDENCE.said],
  [/\b(?:can|may|to|could) work (?:fully |from anywhere |100% )?(?:remotely|from (?:home|anywhere))\b(?!,? (?:up to |for |on |some|part|once|twice|occasional|\d|one|two|three|four|most|half))/i, 'work-remotely', CONFIDENCE.said],
  [/\b(?:located|based|live|work(?:ing)?)(?: from)? anywhere in the world\b|\bfrom anywhere in the world\b/i, 'anywhere', CONFIDENCE.said],
  [/\b(?:our|join an?|for an?|we have an?) (?:[\w-]+,? ){0,3}?(?:remote|distributed)(?:[- ]first)? (?:team|company|start-?up)\b/i, 'remote-team', CONFIDENCE.likely],
  [/^\W{0,3}(?:fully |100 ?% )?remote(?:$|\s?[,.:;(–—|/-]|\s(?:in|within|from|anywhere|first|only|ok|okay|friendly|position|role|job)\b)(?!\s?work experience|\s*(?:up to|on|\d|one|two|three|four|some|partly|occasional|no\b|not\b|possible for|hybrid))/i, 'remote-line', CONFIDENCE.said],
  [/\b(?:work|working|job|role|position|is) (?:fully |entirely )?(?:remote|remotely)(?: (?:from|within|in|anywhere)\b|[.,;]|$)/i, 'work-remotely', CONFIDENCE.said],
  [/\byou (?:can|may|could|will|'ll|’ll) (?:also )?(?:work|be based|live|choose to work) (?:from )?(?:wherever|anywhere|home|from home)\b(?!,? (?:up to |for |on |some|part|once|twice|occasional|\d|one|two|three|four|most|half))/i, 'work-remotely', CONFIDENCE.said],
  [/\b(?:all|fully)-remote (?:team|compan(?:y|ies)|organi[sz]ation|workforce|workplace)\b|\b[Oo]ur (?:roles|positions|jobs|teams) are (?:all |fully )?remote\b|\bremote(?:ly)? within (?=(?:the )?\p{Lu})/u, 'remote-organisation', CONFIDENCE.said],
  [/\b(?:position|role|job|company|team|work) (?:is|are) (?:[\w-]+ and |[\w-]+, )?remote-friendly\b/i, 'remote-friendly', CONFIDENCE.likely],
  [/\b(?:offer|enjoy|convenience|option|possibility|freedom|flexibility)(?: you| of| for| to)*(?: \w+){0,3}? remote work(?:ing)?\b(?!,? (?:up to |for |on |some|part|once|twice|occasional|\d|one|two|three|four|most|half))/i, 'remote-work', CONFIDENCE.likely],
  [/^\W*(?:100 ?% )?remote work(?:ing)?\W*$/i, 'remote-work', CONFIDENCE.likely],
  [/\bremote(?:ly)?,? (?:from )?anywhere\b/i, 'remote-anywhere', CONFIDENCE.said],
  [/^\W{0,3}\p{Lu}[\p{L}, .]{1,40} or (?:fully )?remote(?=\s*(?:[,.;(|·]|$))/u, 'place-or-remote', CONFIDENCE.likely],
  [/\b(?:can|may) be done (?:fully |entirely )?remotely\b(?!,? (?:up to |for |on |some|part|once|twice|occasional|\d|one|two|three|four|most|half))/i, 'work-remotely', CONFIDENCE.said],
  [/\bwe(?:'ve|’ve| have)(?: always)? been (?:fully |all-)?(?:remote|distributed)\b|\b(?:remote|distributed) (?:since|from) (?:day one|the (?:start|beginning))\b/i, 'remote-organisation', CONFIDENCE.said],
  [/\bin a remote environment\b/i, 'remote-environment', CONFIDENCE.weak],
]; // prettier-ignore
