# The frame around every page, fields, and pages about errors.
frame-site = Møteplass
frame-skip = Hopp til hovedinnholdet
frame-language = Språk
frame-footer = Om siden
frame-privacy = Personvern
frame-privacy-of = Personvern hos { $organisation }
frame-accessibility = Tilgjengelighet
frame-accessibility-of = Tilgjengelighetserklæring for { $organisation }
frame-contact = Kontakt { $name }
frame-front = Til forsiden
frame-error = Feil:
frame-demo = Dette er en prøve. Ingen arrangementer, personer eller e-poster her er ekte.
frame-name-nn = Nynorsk
frame-name-nb = Bokmål
frame-name-sv = Svenska
frame-name-en = English

frame-required = Må fylles ut
frame-optional = Valgfritt
frame-error-summary = Dette må rettes:
frame-day = Dag
frame-month = Måned
frame-year = År
frame-choose = Velg
frame-leave-empty = Ikke skriv noe her

frame-not-found = Vi finner ikke siden
frame-not-found-text = Lenken kan være feil eller gammel. Se om du fikk med hele lenken fra e-posten.
frame-forbidden = Du har ikke tilgang
frame-forbidden-text = Du må ha en annen rolle for å se denne siden. Spør den som styrer kontoene hos dere.
frame-sign-in-first = Logg inn først
frame-sign-in-first-text = Du må logge inn for å gjøre dette.
frame-not-genuine = Vi må be deg prøve igjen
frame-not-genuine-text = Siden har vært åpen for lenge, eller nettleseren tar ikke imot informasjonskapsler. Gå tilbake, last siden på nytt og send en gang til.
frame-too-many = Vent litt
frame-too-many-text = { $minutes ->
    [one] Det kom mange forespørsler fra deg på kort tid. Prøv igjen om { $minutes } minutt.
   *[other] Det kom mange forespørsler fra deg på kort tid. Prøv igjen om { $minutes } minutter.
}
frame-busy = Det er mange her akkurat nå
frame-busy-text = Vi rakk ikke å svare deg. Prøv igjen om litt.
frame-again = Send en gang til
frame-again-text = Du trenger ikke skrive noe på nytt. Vent litt og trykk på knappen.
frame-wrong-form = Vi kan ikke lese det du sendte
frame-wrong-form-text = Bruk skjemaet på siden og send det på nytt.
frame-too-large = Det du sendte er for stort
frame-too-large-text = Kort ned svarene dine og send på nytt.
frame-wrong-method = Det går ikke an her
frame-wrong-method-text = Gå tilbake til siden du kom fra, og prøv igjen.
frame-internal = Noe gikk galt hos oss
frame-internal-text = Det er ikke din feil. Prøv igjen om litt. Hjelper ikke det, si fra til arrangøren og oppgi dette nummeret: { $reference }
