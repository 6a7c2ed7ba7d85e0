/** Holds the pages of this repository to their form. */
package io.feedbackplatform.benchmarks.docs;
