import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { FORM_FILE: '"form-test.js"', FORM_INTEGRITY: '"sha384-test"' },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'], css: true, restoreMocks: true },
});
