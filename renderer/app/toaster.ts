/** The one toaster of the window. */
export const TOASTER_ID = 'estafeta-toaster';
