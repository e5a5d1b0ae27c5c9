import type { Check, CheckSubject, Finding } from '../check';
import { addKey, hasKey } from '../expressions/edits';

export const untickedNotStated: Check = {
  code: 'unticked-not-stated',
  severity: 'error',
  title: 'Multiple response that does not say what nothing ticked means',
  doc: {
    why: 'Nobody can see whether a respondent with no box ticked meant none of them or skipped the question, and the base depends on it. Say `unticked: means_no` or `unticked: not_answered`, or declare the option that means none as `exclusive`.',
    wrong: `codebook: example
languages: [en]
questions:
  channels:
    text: How do you reach us?
    type: multiple
    options: {web: Web, phone: Phone}
`,
    right: `codebook: example
languages: [en]
questions:
  channels:
    text: How do you reach us?
    type: multiple
    options: {web: Web, phone: Phone}
    unticked: not_answered
`,
  },
  looksAt: ['questions'],
  run: findUnstated,
};

function* findUnstated({ own }: CheckSubject): Iterable<Finding> {
  for (const question of own.questions) {
    if (question.type !== 'multiple' || question.items.length === 0) continue;
    if (hasKey(question, 'unticked') || hasKey(question, 'exclusive')) continue;
    yield {
      place: question.id.place,
      expected: 'Where no option is exclusive, `unticked` must say what nothing ticked means.',
      found: `\`${question.id.text}\` has neither \`exclusive\` nor \`unticked\``,
      fixes: ['not_answered', 'means_no'].flatMap((meaning) => {
        const edits = addKey(question, 'unticked', meaning);
        return edits.length === 0 ? [] : [{ title: `Add \`unticked: ${meaning}\``, safe: false, edits }];
      }),
    };
  }
}
