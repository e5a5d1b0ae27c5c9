// One line for each file's outermost suite, every failure in full, and the counts in the file that the harness names.
const { writeFileSync } = require('node:fs');
const { Base } = require('mocha').reporters;

module.exports = function reporter(runner, options) {
  Base.call(this, runner, options);
  const counts = { passed: 0, failed: 0 };
  let suite = { passed: 0, failed: 0 };
  runner.on('suite', ({ parent }) => {
    if (parent?.root) suite = { passed: 0, failed: 0 };
  });
  runner.on('pass', () => {
    counts.passed += 1;
    suite.passed += 1;
  });
  runner.on('fail', () => {
    counts.failed += 1;
    suite.failed += 1;
  });
  runner.on('suite end', ({ parent, title }) => {
    if (parent?.root) console.log(line(title, suite));
  });
  runner.once('end', () => {
    writeFileSync(process.env.CODEBOOK_TEST_REPORT, JSON.stringify(counts));
    if (counts.failed > 0) Base.prototype.epilogue.call(this);
  });
};

function line(title, { passed, failed }) {
  return failed > 0 ? `  ${failed} of ${passed + failed} failed  ${title}` : `  ${passed} passed  ${title}`;
}
