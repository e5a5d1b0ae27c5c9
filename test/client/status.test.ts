import assert from 'node:assert/strict';
import { checkedView, problemsView, serverView } from '../../client/src/status-view';

const status = { checked: '142 questions, 1,396 rows of data', problems: '2 errors', limits: [], busy: false };

describe('the status items', () => {
  it('say what is checked, and lead to the problems', () => {
    assert.deepEqual(checkedView(status, 'en'), {
      text: 'Checked: 142 questions, 1,396 rows of data',
      severity: 'information',
      busy: false,
    });
    assert.equal(checkedView({ ...status, busy: true }, 'sv').busy, true);
    assert.match(checkedView(status, 'sv').text, /^Kontrollerat: /);
    assert.deepEqual(problemsView({ ...status, problems: 'no problems' }, 'en'), {
      text: 'No problems',
      severity: 'information',
      busy: false,
      command: { command: 'workbench.actions.view.problems', title: 'Problems' },
    });
  });

  it('warn of limits, and offer what helps where the server has stopped', () => {
    assert.equal(serverView('running', [], 'sv').detail, 'Kontrollerar medan du skriver');
    assert.deepEqual(serverView('running', ['One.', 'Two.'], 'en'), {
      text: 'Codebook: 2 limits',
      detail: 'One. Two.',
      severity: 'warning',
      busy: false,
      command: { command: 'codebook.showLog', title: 'Log' },
    });
    assert.equal(serverView('starting', [], 'en').busy, true);
    assert.deepEqual(serverView('stopped', [], 'sv').command, { command: 'codebook.restartServer', title: 'Starta om' });
  });
});
