# Sider om samlinger: den åpne siden, siden til delegasjonen, og siden til arrangøren.

# Den åpne siden
gathering-when = Når
gathering-where = Hvor
gathering-online = På nett
gathering-network = Nettverk
gathering-price = Pris
gathering-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangører
}
gathering-deadline = Påmeldingsfrist
gathering-about = Om samlingen
gathering-choices = Når du melder deg på, kan du også velge
gathering-questions = Spørsmål?
gathering-ask = Spør { $name }:
gathering-members = Medlemmer i nettverket
gathering-members-text = Hvert medlem har plasser som er holdt av. Kontaktpersonen har fått en lenke der deltakerne meldes på.
gathering-members-release = Plasser uten navn blir ledige for alle { $date }.
gathering-sign-up = Meld meg på
gathering-wait = Sett meg på venteliste
gathering-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plasser
}
gathering-full = Samlingen er fulltegnet.
gathering-full-with-list = { $waiting ->
    [0] Samlingen er fulltegnet, men du kan sette deg på venteliste.
    [one] Samlingen er fulltegnet, men du kan sette deg på venteliste. Der står det 1 nå.
   *[other] Samlingen er fulltegnet, men du kan sette deg på venteliste. Der står det { $waiting } nå.
}
gathering-early = Påmeldingen åpner { $when }.
gathering-closed = Påmeldingen er stengt. Spør arrangøren om det er plass.
gathering-now = Samlingen er i gang, og påmeldingen er stengt.
gathering-over = Samlingen er over.
gathering-cancelled = Samlingen er avlyst.
gathering-calendar = Legg i kalenderen
gathering-to-page = Til siden om samlingen

# Roller og språk
gathering-role = Rolle
gathering-role-elected = Folkevalgt
gathering-role-leadership = Ledelse
gathering-role-professional = Fagperson
gathering-role-other = Andre
gathering-language = Språk i brevene

# Siden til delegasjonen
gathering-delegation-title = Delegasjonen fra { $member }
gathering-delegation-over = Samlingen er i gang eller over, eller den er avlyst. Her kan ingenting endres lenger.
gathering-delegation-declined = Dere har sagt nei til å delta. Kontakt arrangøren om dere vil være med likevel.
gathering-delegation-complete = Alle plassene deres har navn. Takk!
gathering-delegation-left = { $left ->
    [one] 1 av { $seats } plasser har ikke navn ennå.
   *[other] { $left } av { $seats } plasser har ikke navn ennå.
}
gathering-delegation-before = Meld på de som skal delta, innen { $when }.
gathering-delegation-release = Plasser uten navn blir ledige for alle { $date }.
gathering-refused = Disse fikk ikke plass. Meld på noen andre, eller kontakt arrangøren:
gathering-people = De som skal delta
gathering-people-none = Ingen er meldt på ennå.
gathering-people-private = Hver deltaker får et eget brev og svarer selv på spørsmål om mat og tilrettelegging. De svarene ser ikke dere.
gathering-history = Tidligere navn
gathering-seat-named = Vi melder på
gathering-seat-invited = Har fått brev
gathering-seat-answered = Har svart
gathering-seat-left = Meldt av
gathering-seat-full = Fikk ikke plass: fullt
gathering-seat-elsewhere = Fikk ikke plassen: kontakt arrangøren
gathering-seat-too-late = Fikk ikke plass: for sent
gathering-replace = Bytt ut
gathering-clear = Meld av
gathering-mix = Hvem som bør være med
gathering-mix-advice = Vi anbefaler at delegasjonen er satt sammen slik:
gathering-mix-duty = Delegasjonen må være satt sammen slik:
gathering-mix-named = { $named } med navn
gathering-mix-most = høyst { $most }
gathering-mix-lacks = Mangler { $lacks }
gathering-name-heading = Meld på en deltaker
gathering-name-text = Fyll inn det dere vet nå, én person om gangen. Resten kan dere melde på senere.
gathering-replace-heading = Bytt ut { $name }
gathering-replace-text = Den som byttes ut, får brev om at plassen er gitt videre. Den nye får invitasjon.
gathering-replace-not = Ikke bytt ut likevel
gathering-name = Navn
gathering-email = E-post
gathering-name-send = Meld på
gathering-name-missing = Skriv inn navnet
gathering-email-wrong = E-postadressen må inneholde @, for eksempel kari@kommune.no
gathering-role-missing = Velg en rolle
gathering-no-seat-full = Alle plassene har navn. Be om flere, eller bytt ut noen.
gathering-no-seat-role = Det er ikke flere plasser i denne rollen. Velg en annen rolle.
gathering-no-seat-kept = Plassene som er igjen, er holdt av til { $role }.
gathering-no-seat-twice = Denne adressen er allerede meldt på hos dere.
gathering-no-seat-declined = Dere har sagt nei til å delta.
gathering-no-seat-late = Det er for sent å endre noe her.
gathering-no-such-seat = Personen er allerede meldt av.
gathering-released = Plassene som ikke hadde navn, er ledige for alle nå. Flere kan melde seg på på den åpne siden.
gathering-extra-heading = Trenger dere flere plasser?
gathering-extra = Hvor mange flere?
gathering-extra-hint = Fra 1 til { $most }. Arrangøren svarer.
gathering-extra-reason = Hvorfor?
gathering-extra-send = Be om flere plasser
gathering-extra-wrong = Skriv et tall som er lov
gathering-extra-asked = { $seats ->
    [one] Dere har bedt om 1 plass til. Arrangøren har ikke svart ennå.
   *[other] Dere har bedt om { $seats } plasser til. Arrangøren har ikke svart ennå.
}
gathering-holders = De som kan melde på
gathering-holder-contact = kontaktperson
gathering-holder-deputy = vara
gathering-holder-you = deg
gathering-deputy-text = Gi ikke lenken din videre: den er bare til deg. Skal noen andre hjelpe til, får de en egen lenke herfra.
gathering-deputy-name = Navnet til vara
gathering-deputy-email = E-posten til vara
gathering-deputy-send = Send lenke
gathering-deputy-not = Denne adressen har lenke allerede, eller dere har så mange vara som er lov.
gathering-deputy-remove = Ta lenken tilbake
gathering-decline-heading = Kan dere ikke delta?
gathering-decline-text = Sier dere nei, blir alle som er meldt på, meldt av, og plassene blir ledige for andre.
gathering-decline-box = Ja, vi sier nei til å delta
gathering-decline-sure = Kryss av for at dere sier nei til å delta
gathering-decline-send = Si nei til å delta
gathering-done-namn = Vi melder på personen, som får brev. Går det ikke, ser dere det her.
gathering-done-bytt = Vi bytter ut personen. Begge får brev. Går det ikke, ser dere det her.
gathering-done-meld-av = Personen er meldt av og får brev.
gathering-done-fleire = Arrangøren har fått spørsmålet om flere plasser.
gathering-done-vara = Vara får lenken sin på e-post.
gathering-done-vara-bort = Lenken er tatt tilbake og virker ikke lenger.
gathering-done-avslag = Dere har sagt nei til å delta. Takk for at dere sa fra.
gathering-link-unknown = Lenken virker ikke
gathering-link-unknown-text = Den kan være feil, eller den er byttet ut. Bruk lenken i det siste brevet dere fikk, eller spør arrangøren.

# Til arrangøren
gathering-missing-title = Hvem mangler?
gathering-missing-nobody = Ingen her.
gathering-organiser-back = Arrangementer
gathering-organiser-sign-ups = Påmeldinger
gathering-organiser-letters = Brev
gathering-organiser-public = Åpen side
gathering-answer-before = Navn innen
gathering-release = Plasser uten navn blir ledige
gathering-release-done = gjort
gathering-seats = Plasser
gathering-seats-named = { $named } av { $seats } har navn
gathering-standings = Hvor medlemmene står
gathering-standing = Status
gathering-standing-not_invited = Ikke inviterte
gathering-standing-invited = Inviterte
gathering-standing-opened = Har åpnet lenken
gathering-standing-partly_named = Noen navn
gathering-standing-complete = Alle navn
gathering-standing-declined = Har sagt nei
gathering-invite = { $count ->
    [one] Inviter 1 medlem
   *[other] Inviter { $count } medlemmer
}
gathering-remind = { $count ->
    [one] Minn om navn: 1 medlem
   *[other] Minn om navn: { $count } medlemmer
}
gathering-member = Medlem
gathering-municipalities = Kommuner
gathering-contact = Kontaktperson
gathering-contact-none = Ingen kontakt
gathering-written = Invitert
gathering-reminded = påmint { $date }
gathering-act = Gjør noe
gathering-extra-wanted = { $seats ->
    [one] Vil ha 1 plass til
   *[other] Vil ha { $seats } plasser til
}
gathering-grant = Gi plassene
gathering-renew = Send ny lenke
gathering-decline-for = Si nei for dem
gathering-decline-for-heading = Si nei for { $member }?
gathering-decline-for-text = { $named ->
    [0] Ingen er meldt på derfra. Plassene blir ledige for andre.
    [one] 1 person som er meldt på, blir meldt av og får brev, og plassene blir ledige for andre.
   *[other] { $named } personer som er meldt på, blir meldt av og får brev, og plassene blir ledige for andre.
}
gathering-decline-for-sure = Ja, si nei for dem
gathering-decline-for-not = Ikke si nei likevel
gathering-come-for = De kommer likevel
gathering-acted-innbydd = { $count ->
    [one] 1 medlem får invitasjon.
   *[other] { $count } medlemmer får invitasjon.
}
gathering-acted-purra = { $count ->
    [one] 1 medlem får påminnelse.
   *[other] { $count } medlemmer får påminnelse.
}
gathering-acted-avslag = { $count ->
    [one] Medlemmet er meldt av.
   *[other] { $count } medlemmer er meldt av.
}
gathering-acted-likevel = Medlemmet er med igjen, med de plassene som er ledige. De som var meldt på, må meldes på på nytt.
gathering-acted-fleire = { $count ->
    [one] 1 plass til er gitt.
   *[other] { $count } plasser til er gitt.
}
gathering-acted-lenkje = Kontaktpersonen får en ny lenke. Den gamle virker ikke lenger.
gathering-members-download = Last ned medlemmene som CSV
