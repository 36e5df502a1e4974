import { type Html, html, trusted } from '#libs/platform/index.js';
import { type CandidateFrame, candidatePage } from './candidate-pages.js';

export interface SelfIdentificationView extends CandidateFrame {
  /** Where the candidate's own page is. */
  readonly home: string;
  readonly title: string;
  /** None where nothing is asked any more. */
  readonly questions: readonly {
    readonly key: string;
    readonly label: string;
    readonly hint?: string;
    readonly categories: readonly { readonly key: string; readonly label: string }[];
  }[];
  /** What they said. */
  readonly answers: readonly {
    readonly key: string;
    readonly question: string;
    readonly category: string;
    readonly answer: string;
  }[];
  /** The answer that stands where none was chosen. */
  readonly declined: string;
}

/** Voluntary questions, asked after somebody applied: what they are for, who sees them, and a way to say nothing. */
export function selfIdentificationPage(view: SelfIdentificationView): string {
  const { organization, questions, answers } = view;
  return candidatePage(
    view,
    'Voluntary questions',
    html`<h1>${view.title}</h1>
<p class="lead">${view.postingTitle}. You have applied already; nothing here is needed, and nothing depends on it.</p>
<div class="card"><p>${organization.name} asks this to see whether groups of people fare differently in its hiring. <strong>Nobody who decides on your application sees your answers, or whether you answered</strong>:
they are kept apart from it, are shown as numbers of at least five people alone, and are removed with your data. You can change or remove them here whenever you like.</p></div>
${questions.length > 0 ? form(view) : null}
${answers.length > 0 ? removing(view) : null}
<p><a href="${view.home}">Back to your application</a></p>`,
  );
}

function form({ questions, answers, declined }: SelfIdentificationView): Html {
  return html`<form method="post"><input type="hidden" name="action" value="answer">${questions.map(
    ({ key, label, hint, categories }) => {
      const said = answers.find((answer) => answer.key === key)?.category;
      const chosen = categories.some((category) => category.key === said) ? said : declined;
      return html`<fieldset><legend>${label}</legend>${hint ? html`<small>${hint}</small>` : null}${categories.map(
        (category) =>
          html`<div class="field check"><input type="radio" id="${key}-${category.key}" name="${key}" value="${category.key}"${trusted(category.key === chosen ? ' checked' : '')}><label for="${key}-${category.key}">${category.label}</label></div>`,
      )}</fieldset>`;
    },
  )}<p class="actions"><button type="submit">Keep my answers</button></p></form>`;
}

function removing({ questions, answers }: SelfIdentificationView): Html {
  return html`<section aria-labelledby="said"><h2 id="said">What you said</h2><dl class="facts">${answers.map(
    ({ question, answer }) => html`<dt>${question}</dt><dd>${answer}</dd>`,
  )}</dl>${questions.length === 0 ? html`<p class="soft">Nothing is asked any more.</p>` : null}
<form method="post"><input type="hidden" name="action" value="remove"><p class="actions"><button class="quiet" type="submit">Remove my answers</button></p></form></section>`;
}
