// Reading the forms people send.
import express from 'express';

/** Reads an ordinary form. One that was read already is left alone. */
export const readForm = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 2000 });
