package io.feedbackplatform.admin.dashboard;

import io.feedbackplatform.admin.api.Groups;

/** What the feedback of a period is about. */
record Topics(Groups categories, Groups tags) {}
