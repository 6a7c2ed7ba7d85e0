package io.feedbackplatform.core.parking;

import java.util.List;

/** Where records are put aside, so that those behind them can be counted. */
public interface ParkedRecords {

  /**
   * Keeps the record; perhaps more than once, when it is given again.
   *
   * @throws RuntimeException when it is not sure to be kept
   */
  void park(ParkedRecord record);

  /**
   * Some of what is parked, in no order, which others do not receive for some minutes; empty when
   * nothing is left to receive.
   */
  List<Receipt> receive();

  /** Lets others receive again what was received. */
  void release(Receipt received);

  /** Forgets what was received. */
  void remove(Receipt received);

  /**
   * A record that was received.
   *
   * @param handle by which this keeper knows it
   */
  record Receipt(ParkedRecord record, String handle) {}
}
