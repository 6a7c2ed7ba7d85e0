/**
 * Browser functions as they were when the loader ran, so that a page that replaces them later cannot break the widget.
 * They must be called free, not as methods of this object.
 */
export type Natives = Pick<typeof globalThis, 'fetch' | 'setTimeout' | 'clearTimeout'>;
