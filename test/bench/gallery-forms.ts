// The forms of somebody who fills in the gallery of question kinds, just enough to reach its last page.
import type { PageForm } from './respondent.ts';

/** The register of the gallery in the benchmark: one large library, which is offered every row. */
export const galleryRegister = 'code;naam;provincie;grootte\nbib-1;Bib Lindedorp;Limburg;groot\n';

const answers: Readonly<Record<string, string>> = {
  begin: 'meedoen=yes&bib=bib-1&rol=leiding',
  keuzes: 'leren.filmpje=1&leren.collega=1&belangrijk.rust=1&tevreden=4',
  getallen: 'collegas=12&uren=20&digitaal=50',
  schalen: 'aanraden=8',
  tijd: 'dag=2020-01-01&jaar=2001',
  verdelen: 'punten.balie=100&volgorde.zoeken=1',
  diensten: 'vaak.catalogus=3&vlot.catalogus=2&vaak.uitlenen=0',
  uitspraken: 'eens.leren=4&eens.helpen=4&eens.vragen=4&eens.leiden=4',
  leiding: 'ploeg=Negen',
  einde: '',
};

export const galleryForms: readonly PageForm[] = Object.entries(answers).map(([page, body]) => ({
  page,
  body,
}));
