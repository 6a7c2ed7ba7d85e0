package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.apikey.ApiKey;
import io.feedbackplatform.core.apikey.ApiKey.FormerSecret;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyScope;
import io.feedbackplatform.core.apikey.SecretHash;
import io.feedbackplatform.core.member.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of an API key. */
final class ApiKeyItem {

  /** Not the table's own attribute of expiry: an expired key is still listed. */
  private static final String EXPIRES_AT = "keyExpiresAt";

  private ApiKeyItem() {}

  static Item toItem(Key place, ApiKey key) {
    var item =
        Item.at(place)
            .with("keyId", key.id().value())
            .with("name", key.name())
            .with("scopes", key.scopes().stream().map(ApiKeyScope::word).sorted().toList())
            .with("createdAt", key.createdAt())
            .with("createdBy", key.createdBy().value())
            .with(EXPIRES_AT, text(key.expiresAt()))
            .withSecond("lastUsedAt", key.lastUsedAt());
    changing(key)
        .forEach((name, value) -> {
          if (value != null) {
            item.attributes().put(name, value);
          }
        });
    return item;
  }

  static ApiKey toApiKey(Item item) {
    return new ApiKey(
        new ApiKeyId(item.requiredText("keyId")),
        item.requiredText("name"),
        item.textList("scopes").stream()
            .flatMap(word -> ApiKeyScope.parse(word).stream())
            .collect(Collectors.toSet()),
        item.instant("createdAt"),
        new UserId(item.requiredText("createdBy")),
        item.instantOrNull(EXPIRES_AT),
        new SecretHash(item.requiredText("secretHash")),
        former(item),
        item.instantOrNull("revokedAt"),
        item.instantOfSecond("lastUsedAt"),
        item.requiredInteger("version"));
  }

  /** An update expression with its values. */
  record Change(String expression, Map<String, AttributeValue> values) {}

  /** What makes the item that of the changed key. */
  static Change change(ApiKey changed) {
    var values = new HashMap<String, AttributeValue>();
    var set = new ArrayList<String>();
    var remove = new ArrayList<String>();
    changing(changed)
        .forEach((name, value) -> {
          if (value == null) {
            remove.add(name);
          } else {
            set.add(name + " = :" + name);
            values.put(":" + name, value);
          }
        });
    var expression =
        "SET "
            + String.join(", ", set)
            + (remove.isEmpty() ? "" : " REMOVE " + String.join(", ", remove));
    return new Change(expression, values);
  }

  private static Map<String, @Nullable AttributeValue> changing(ApiKey key) {
    var former = key.former();
    var attributes = new HashMap<String, @Nullable AttributeValue>();
    attributes.put("secretHash", AttributeValue.fromS(key.secret().value()));
    attributes.put(
        "formerHash", former == null ? null : AttributeValue.fromS(former.secret().value()));
    attributes.put(
        "formerEndsAt", former == null ? null : AttributeValue.fromS(former.endsAt().toString()));
    var revokedAt = text(key.revokedAt());
    attributes.put("revokedAt", revokedAt == null ? null : AttributeValue.fromS(revokedAt));
    attributes.put("version", AttributeValue.fromN(Integer.toString(key.version())));
    return attributes;
  }

  private static @Nullable FormerSecret former(Item item) {
    var hash = item.text("formerHash");
    return hash == null
        ? null
        : new FormerSecret(new SecretHash(hash), item.instant("formerEndsAt"));
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
