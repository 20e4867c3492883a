// Parts of a reference that the product does not compute, by their key, with the reason. A family adds its own.

export const leftOut: Readonly<Record<string, string>> = {
  wald: 'never Wald: it fails for small bases and shares near 0 and 1; Wilson is printed',
  wald_se: 'as wald',
  fpc_textbook: 'belongs to Wald',
  fpc_survey_package: 'belongs to Wald',
  quartiles_type6: 'quantiles are of type 7, the definition of R and spreadsheets',
  quartiles_type2: 'quantiles are of type 7',
  tukey_hinges: 'quantiles are of type 7',
  G: 'the likelihood-ratio test says the same as chi-square; one is printed',
  G_p: 'as G',
  fisher_or_cmle: 'no odds ratios: V says how strong a link is',
  fisher_or_ci: 'as fisher_or_cmle',
  odds_ratio: 'as fisher_or_cmle',
  phi: 'of a two by two table this is V with a sign',
  chi2_cc: 'a change of sides is tested exactly',
  p_cc: 'a change of sides is tested exactly',
  ci_logit: 'a weighted share has Wilson at its effective base, or the t interval',
};
