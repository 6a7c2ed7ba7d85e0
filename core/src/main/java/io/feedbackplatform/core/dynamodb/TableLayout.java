package io.feedbackplatform.core.dynamodb;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table looks like: the only description of it, which the store, the infrastructure, the
 * local run and the tests all read. Every key is a string.
 *
 * @param name what the table is called in every stage; a stage's own table has its name after it
 * @param environmentVariable the variable that tells a process the table's full name
 * @param timeToLive attribute with the second at which an item expires, if items do
 * @param stream whether changes are streamed, with the images before and after
 */
public record TableLayout(
    String name,
    String environmentVariable,
    @Nullable String timeToLive,
    boolean stream,
    List<IndexLayout> indexes) {

  public static final String PARTITION_KEY = "pk";
  public static final String SORT_KEY = "sk";

  static final String EXPIRES_AT = "expiresAt";

  /** The pattern of all partitions of a tenant. */
  public static String partitionsOf(String tenantId) {
    return "T#" + tenantId + "#*";
  }

  static final String RECOUNTS = "A#recounts";

  /**
   * The partition of a tenant's ordered recounts, the only one of its counters' that people write
   * to.
   */
  public static String recountsOf(String tenantId) {
    return "T#" + tenantId + "#" + RECOUNTS;
  }

  /** An index over all attributes of the items that have both of its keys. */
  public record IndexLayout(String name, String partitionKey, String sortKey) {}

  /** The tenants of a person, by the identity provider's id for them. */
  static final IndexLayout MEMBERSHIPS = new IndexLayout("memberships", "userId", "tenantId");

  public static final TableLayout FEEDBACK =
      new TableLayout("feedback", "FEEDBACK_TABLE_NAME", EXPIRES_AT, true, List.of());

  public static final TableLayout ANALYTICS =
      new TableLayout("analytics", "ANALYTICS_TABLE_NAME", EXPIRES_AT, false, List.of());

  public static final TableLayout TENANTS =
      new TableLayout("tenants", "TENANTS_TABLE_NAME", EXPIRES_AT, false, List.of(MEMBERSHIPS));

  public static final List<TableLayout> ALL = List.of(FEEDBACK, ANALYTICS, TENANTS);

  /**
   * Patterns of the partitions that lie outside of tenants', by which a tenant becomes known, or a
   * table shows that it answers.
   */
  public static final List<String> LOOK_UPS = List.of("AK#*", "HEALTH", "K#*", "O#*", "R#*", "V#*");

  public TableLayout {
    indexes = List.copyOf(indexes);
  }
}
