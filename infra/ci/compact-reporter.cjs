/** Says nothing of what passes; shows what fails, in full, as soon as it is known. */
module.exports = class CompactReporter {
  onTestResult(test, result) {
    const failed = result.testExecError || result.numFailingTests > 0;
    if (failed)
      process.stderr.write(`\nFAILED ${test.path}\n${result.failureMessage ?? result.testExecError?.message}\n`);
  }
};
