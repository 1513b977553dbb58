# The frame around every page, fields, and pages about errors.
frame-site = Møteplass
frame-skip = Hopp til hovudinnhaldet
frame-language = Språk
frame-footer = Om sida
frame-privacy = Personvern
frame-privacy-of = Personvern hos { $organisation }
frame-accessibility = Tilgjenge
frame-accessibility-of = Tilgjengelegheitserklæring for { $organisation }
frame-contact = Kontakt { $name }
frame-front = Til framsida
frame-error = Feil:
frame-demo = Dette er ei prøve. Ingen arrangement, personar eller e-postar her er ekte.
frame-name-nn = Nynorsk
frame-name-nb = Bokmål
frame-name-sv = Svenska
frame-name-en = English

frame-required = Må fyllast ut
frame-optional = Valfritt
frame-error-summary = Dette må rettast:
frame-day = Dag
frame-month = Månad
frame-year = År
frame-choose = Vel
frame-leave-empty = Ikkje skriv noko her

frame-not-found = Vi finn ikkje sida
frame-not-found-text = Lenkja kan vere feil eller gammal. Sjå om du fekk med heile lenkja frå e-posten.
frame-forbidden = Du har ikkje tilgang
frame-forbidden-text = Du må ha ei anna rolle for å sjå denne sida. Spør den som styrer kontoane hos dykk.
frame-sign-in-first = Logg inn først
frame-sign-in-first-text = Du må logge inn for å gjere dette.
frame-not-genuine = Vi må be deg prøve igjen
frame-not-genuine-text = Sida har vore open for lenge, eller nettlesaren tek ikkje imot informasjonskapslar. Gå tilbake, last sida på nytt og send ein gong til.
frame-too-many = Vent litt
frame-too-many-text = { $minutes ->
    [one] Det kom mange førespurnader frå deg på kort tid. Prøv igjen om { $minutes } minutt.
   *[other] Det kom mange førespurnader frå deg på kort tid. Prøv igjen om { $minutes } minutt.
}
frame-busy = Det er mange her akkurat no
frame-busy-text = Vi rakk ikkje å svare deg. Prøv igjen om litt.
frame-again = Send ein gong til
frame-again-text = Du treng ikkje skrive noko på nytt. Vent litt og trykk på knappen.
frame-wrong-form = Vi kan ikkje lese det du sende
frame-wrong-form-text = Bruk skjemaet på sida og send det på nytt.
frame-too-large = Det du sende er for stort
frame-too-large-text = Kort ned svara dine og send på nytt.
frame-wrong-method = Det går ikkje an her
frame-wrong-method-text = Gå tilbake til sida du kom frå, og prøv igjen.
frame-internal = Noko gjekk gale hos oss
frame-internal-text = Det er ikkje din feil. Prøv igjen om litt. Hjelper ikkje det, sei frå til arrangøren og gi opp dette nummeret: { $reference }
