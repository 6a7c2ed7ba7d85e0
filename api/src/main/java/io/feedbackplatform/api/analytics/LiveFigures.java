package io.feedbackplatform.api.analytics;

/**
 * A tenant's figures at a moment.
 *
 * @param data a LiveFiguresResponse in JSON, which is one line
 */
record LiveFigures(LiveState state, String data) {}
