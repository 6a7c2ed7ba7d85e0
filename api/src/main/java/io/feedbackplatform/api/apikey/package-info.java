/** Partners and their secret keys: how they are let in, and how a tenant manages them. */
@NullMarked
package io.feedbackplatform.api.apikey;

import org.jspecify.annotations.NullMarked;
