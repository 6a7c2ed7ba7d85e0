/** Callers that are people: which tenant they act for, and as what. */
@NullMarked
package io.feedbackplatform.api.member;

import org.jspecify.annotations.NullMarked;
