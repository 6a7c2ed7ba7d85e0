/** Where the ports of the core meet AWS; nothing else here knows the SDK. */
@NullMarked
package io.feedbackplatform.api.storage;

import org.jspecify.annotations.NullMarked;
