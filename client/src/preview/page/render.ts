import type { Preview, PreviewEntry, PreviewStage, PreviewState } from '../../../../server/src/protocol';
import { html, type Markup, nothing } from './html';
import { renderTable } from './table';
import type { PreviewView } from './view';
import { languageName, type Words, wordsFor } from './words';

/** The whole page but for what only a screen knows (focus, scroll, caret): a pure function from what is to be shown. */
export const renderView = (view: PreviewView, show: 'charts' | 'tables', fallbackLanguage: string): string => {
  switch (view.kind) {
    case 'waiting':
      return html`<p class="placeholder" aria-busy="true">${wordsFor(fallbackLanguage).waiting}</p>`.markup;
    case 'failed':
      return html`<p class="placeholder">${view.message}</p>`.markup;
    case 'shown':
      return renderContent(view.content, view.state, view.stale, show).markup;
  }
};

const renderContent = (content: Preview, state: PreviewState, stale: boolean, show: 'charts' | 'tables'): Markup => {
  const words = wordsFor(content.language);
  const stages = content.stages.filter((stage) => stage.entries.length > 0);
  return html`<header class="page-head">
<h1>${content.title}</h1>
<p class="state state-${state.kind}">${state.text}</p>
${state.kind === 'untrusted' ? html`<button type="button" class="primary" data-trust>${words.manageTrust}</button>` : nothing}
<div class="tools">${renderLanguages(content, words)}${hasNumbers(stages) ? renderShow(show, words) : nothing}</div>
</header>
${state.kind === 'broken' ? renderBanner(state, stale, words) : nothing}
${renderStageLinks(
  stages.filter((stage) => stage.id !== ''),
  words,
)}
<main class="${stale ? 'stale' : 'fresh'} show-${show}" lang="${content.language}" aria-description="${words.keys}">
${stages.length === 0 ? html`<p class="placeholder">${words.empty}</p>` : stages.map((stage) => renderStage(stage, words))}
</main>`;
};

const renderLanguages = (content: Preview, words: Words): Markup =>
  content.languages.length < 2
    ? nothing
    : html`<div class="choice" role="group" aria-label="${words.language}">${content.languages.map((language) =>
        renderChoice('language', language, languageName(language), language === content.language),
      )}</div>`;

const renderShow = (show: 'charts' | 'tables', words: Words): Markup =>
  html`<div class="choice" role="group" aria-label="${words.view}">${renderChoice('show', 'charts', words.charts, show === 'charts')}${renderChoice(
    'show',
    'tables',
    words.tables,
    show === 'tables',
  )}</div>`;

const renderChoice = (what: 'language' | 'show', value: string, label: string, chosen: boolean): Markup =>
  what === 'language'
    ? html`<button type="button" data-language="${value}" lang="${value}" aria-pressed="${String(chosen)}">${label}</button>`
    : html`<button type="button" data-show="${value}" aria-pressed="${String(chosen)}">${label}</button>`;

const renderBanner = (state: PreviewState, stale: boolean, words: Words): Markup => {
  const place = state.firstError;
  const link =
    place === undefined
      ? nothing
      : html` <button type="button" class="link" data-uri="${place.uri}" data-line="${place.line}" data-end-line="${place.endLine}" data-open>${words.goToError}</button>`;
  return html`<div class="banner" role="status">${stale ? words.stale : state.text}${link}</div>`;
};

const hasNumbers = (stages: readonly PreviewStage[]): boolean =>
  stages.some((stage) => stage.entries.some((entry) => entry.tables.length > 0));

/** The process at a glance, where there is more than one step of it. */
const renderStageLinks = (stages: readonly PreviewStage[], words: Words): Markup =>
  stages.length < 2
    ? nothing
    : html`<nav class="stages" aria-label="${words.stages}"><ol>${stages.map(
        (stage) => html`<li><a href="#${stageId(stage)}">${stage.label}</a></li>`,
      )}</ol></nav>`;

const renderStage = (stage: PreviewStage, words: Words): Markup =>
  html`<section id="${stageId(stage)}" aria-labelledby="${stageId(stage)}-label">
<h2 id="${stageId(stage)}-label">${stage.id === '' ? words.withoutStage : stage.label}</h2>
${stage.entries.map((entry) => renderEntry(entry, words))}
</section>`;

const stageId = (stage: PreviewStage): string => `stage-${stage.id}`;

const renderEntry = (entry: PreviewEntry, words: Words): Markup => {
  const id = `entry-${entry.kind}-${entry.id}`;
  const { uri, line, endLine } = entry.place;
  return html`<article id="${id}" class="entry" tabindex="-1" aria-labelledby="${id}-label" data-uri="${uri}" data-line="${line}" data-end-line="${endLine}">
<header><h3 id="${id}-label">${entry.label}</h3><p class="name"><span class="kind">${words.kinds[entry.kind]}</span> <code>${entry.id}</code></p></header>
${renderLine('description', entry.description === entry.label ? '' : entry.description)}
${renderLine('base', entry.base)}
${entry.tables.map(renderTable)}
${renderLine('note', entry.note ?? '')}
</article>`;
};

const renderLine = (kind: 'description' | 'base' | 'note', text: string): Markup =>
  text === '' ? nothing : html`<p class="${kind}">${text}</p>`;
