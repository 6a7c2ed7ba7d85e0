package io.feedbackplatform.admin.workspace;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A view that only those who manage a tenant have a use for. Others do not see it in the menu; that
 * it is closed to them is the API's business.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAdministrators {}
