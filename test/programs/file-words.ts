// The words of a data file that another program opens.

export const words = {
  language: 'nl',
  day: 'Dag',
  missing: 'waarom niet',
  reasons: {
    notShown: 'Niet gevraagd',
    skipped: 'Niet ingevuld',
    notApplicable: 'Niet van toepassing',
    dontKnow: 'Weet niet',
    preferNotToSay: 'Liever niet',
  },
};
