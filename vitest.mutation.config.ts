import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { z } from 'zod';

const tests = z.array(z.string()).parse(JSON.parse(process.env['MUTATION_TESTS'] ?? '[]'));

/** Tests beside the code come first: they are the quickest, and the first that fails ends a mutant. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const far = ({ moduleId }: TestSpecification) => (moduleId.includes('/tests/') ? 1 : 0);
    return [...files].sort((one, other) => far(one) - far(other));
  }
}

/** What `npm run test:mutation` asks of each changed line; which tests, it says itself. */
export default defineConfig({
  test: {
    include: tests,
    environment: 'node',
    isolate: false,
    sequence: { sequencer: NearestFirst },
    // What bounds a mutant is StrykerJS's own timeout; this runs beside other work.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
