# Sider om samlingar: den opne sida, sida til delegasjonen, og sida til arrangøren.

# Den opne sida
gathering-when = Når
gathering-where = Kvar
gathering-online = På nett
gathering-network = Nettverk
gathering-price = Pris
gathering-organisers = { $count ->
    [one] Arrangør
   *[other] Arrangørar
}
gathering-deadline = Påmeldingsfrist
gathering-about = Om samlinga
gathering-choices = Når du melder deg på, kan du òg velje
gathering-questions = Spørsmål?
gathering-ask = Spør { $name }:
gathering-members = Medlemmer i nettverket
gathering-members-text = Kvart medlem har plassar som er haldne av. Kontaktpersonen har fått ei lenkje der deltakarane blir melde på.
gathering-members-release = Plassar utan namn blir ledige for alle { $date }.
gathering-sign-up = Meld meg på
gathering-wait = Set meg på venteliste
gathering-places-left = { $count ->
    [one] 1 ledig plass
   *[other] { $count } ledige plassar
}
gathering-full = Samlinga er fullteikna.
gathering-full-with-list = { $waiting ->
    [0] Samlinga er fullteikna, men du kan setje deg på venteliste.
    [one] Samlinga er fullteikna, men du kan setje deg på venteliste. Der står det 1 no.
   *[other] Samlinga er fullteikna, men du kan setje deg på venteliste. Der står det { $waiting } no.
}
gathering-early = Påmeldinga opnar { $when }.
gathering-closed = Påmeldinga er stengd. Spør arrangøren om det er plass.
gathering-now = Samlinga er i gang, og påmeldinga er stengd.
gathering-over = Samlinga er over.
gathering-cancelled = Samlinga er avlyst.
gathering-calendar = Legg i kalenderen
gathering-to-page = Til sida om samlinga

# Roller og språk
gathering-role = Rolle
gathering-role-elected = Folkevald
gathering-role-leadership = Leiing
gathering-role-professional = Fagperson
gathering-role-other = Andre
gathering-language = Språk i breva

# Sida til delegasjonen
gathering-delegation-title = Delegasjonen frå { $member }
gathering-delegation-over = Samlinga er i gang eller over, eller ho er avlyst. Her kan ingenting endrast lenger.
gathering-delegation-declined = De har sagt nei til å delta. Kontakt arrangøren om de vil vere med likevel.
gathering-delegation-complete = Alle plassane dykkar har namn. Takk!
gathering-delegation-left = { $left ->
    [one] 1 av { $seats } plassar har ikkje namn enno.
   *[other] { $left } av { $seats } plassar har ikkje namn enno.
}
gathering-delegation-before = Meld på dei som skal delta, innan { $when }.
gathering-delegation-release = Plassar utan namn blir ledige for alle { $date }.
gathering-refused = Desse fekk ikkje plass. Meld på nokon andre, eller kontakt arrangøren:
gathering-people = Dei som skal delta
gathering-people-none = Ingen er meld på enno.
gathering-people-private = Kvar deltakar får eit eige brev og svarer sjølv på spørsmål om mat og tilrettelegging. Dei svara ser ikkje de.
gathering-history = Tidlegare namn
gathering-seat-named = Vi melder på
gathering-seat-invited = Har fått brev
gathering-seat-answered = Har svart
gathering-seat-left = Meld av
gathering-seat-full = Fekk ikkje plass: fullt
gathering-seat-elsewhere = Fekk ikkje plassen: kontakt arrangøren
gathering-seat-too-late = Fekk ikkje plass: for seint
gathering-replace = Byt ut
gathering-clear = Meld av
gathering-mix = Kven som bør vere med
gathering-mix-advice = Vi rår til at delegasjonen er sett saman slik:
gathering-mix-duty = Delegasjonen må vere sett saman slik:
gathering-mix-named = { $named } med namn
gathering-mix-most = høgst { $most }
gathering-mix-lacks = Manglar { $lacks }
gathering-name-heading = Meld på ein deltakar
gathering-name-text = Fyll inn det de veit no, ein person om gongen. Resten kan de melde på seinare.
gathering-replace-heading = Byt ut { $name }
gathering-replace-text = Den som blir bytt ut, får brev om at plassen er gitt vidare. Den nye får invitasjon.
gathering-replace-not = Ikkje byt ut likevel
gathering-name = Namn
gathering-email = E-post
gathering-name-send = Meld på
gathering-name-missing = Skriv inn namnet
gathering-email-wrong = E-postadressa må innehalde @, til dømes kari@kommune.no
gathering-role-missing = Vel ei rolle
gathering-no-seat-full = Alle plassane har namn. Be om fleire, eller byt ut nokon.
gathering-no-seat-role = Det er ikkje fleire plassar i denne rolla. Vel ei anna rolle.
gathering-no-seat-kept = Plassane som er att, er haldne av til { $role }.
gathering-no-seat-twice = Denne adressa er alt meld på hos dykk.
gathering-no-seat-declined = De har sagt nei til å delta.
gathering-no-seat-late = Det er for seint å endre noko her.
gathering-no-such-seat = Personen er alt meld av.
gathering-released = Plassane som ikkje hadde namn, er ledige for alle no. Fleire kan melde seg på på den opne sida.
gathering-extra-heading = Treng de fleire plassar?
gathering-extra = Kor mange fleire?
gathering-extra-hint = Frå 1 til { $most }. Arrangøren svarer.
gathering-extra-reason = Kvifor?
gathering-extra-send = Be om fleire plassar
gathering-extra-wrong = Skriv eit tal som er lov
gathering-extra-asked = { $seats ->
    [one] De har bede om 1 plass til. Arrangøren har ikkje svart enno.
   *[other] De har bede om { $seats } plassar til. Arrangøren har ikkje svart enno.
}
gathering-holders = Dei som kan melde på
gathering-holder-contact = kontaktperson
gathering-holder-deputy = vara
gathering-holder-you = deg
gathering-deputy-text = Gi ikkje lenkja di vidare: ho er berre til deg. Skal nokon andre hjelpe til, får dei ei eiga lenkje herifrå.
gathering-deputy-name = Namnet til vara
gathering-deputy-email = E-posten til vara
gathering-deputy-send = Send lenkje
gathering-deputy-not = Denne adressa har lenkje alt, eller de har så mange vara som er lov.
gathering-deputy-remove = Ta lenkja tilbake
gathering-decline-heading = Kan de ikkje delta?
gathering-decline-text = Seier de nei, blir alle som er melde på, melde av, og plassane blir ledige for andre.
gathering-decline-box = Ja, vi seier nei til å delta
gathering-decline-sure = Kryss av for at de seier nei til å delta
gathering-decline-send = Sei nei til å delta
gathering-done-namn = Vi melder på personen, som får brev. Går det ikkje, ser de det her.
gathering-done-bytt = Vi byter ut personen. Begge får brev. Går det ikkje, ser de det her.
gathering-done-meld-av = Personen er meld av og får brev.
gathering-done-fleire = Arrangøren har fått spørsmålet om fleire plassar.
gathering-done-vara = Vara får lenkja si på e-post.
gathering-done-vara-bort = Lenkja er teken tilbake og verkar ikkje lenger.
gathering-done-avslag = De har sagt nei til å delta. Takk for at de sa frå.
gathering-link-unknown = Lenkja verkar ikkje
gathering-link-unknown-text = Ho kan vere feil, eller ho er bytt ut. Bruk lenkja i det siste brevet de fekk, eller spør arrangøren.

# Til arrangøren
gathering-missing-title = Kven manglar?
gathering-missing-nobody = Ingen her.
gathering-organiser-back = Arrangement
gathering-organiser-sign-ups = Påmeldingar
gathering-organiser-letters = Brev
gathering-organiser-public = Open side
gathering-answer-before = Namn innan
gathering-release = Plassar utan namn blir ledige
gathering-release-done = gjort
gathering-seats = Plassar
gathering-seats-named = { $named } av { $seats } har namn
gathering-standings = Kvar medlemmene står
gathering-standing = Status
gathering-standing-not_invited = Ikkje inviterte
gathering-standing-invited = Inviterte
gathering-standing-opened = Har opna lenkja
gathering-standing-partly_named = Nokre namn
gathering-standing-complete = Alle namn
gathering-standing-declined = Har sagt nei
gathering-invite = { $count ->
    [one] Inviter 1 medlem
   *[other] Inviter { $count } medlemmer
}
gathering-remind = { $count ->
    [one] Minn om namn: 1 medlem
   *[other] Minn om namn: { $count } medlemmer
}
gathering-member = Medlem
gathering-municipalities = Kommunar
gathering-contact = Kontaktperson
gathering-contact-none = Ingen kontakt
gathering-written = Invitert
gathering-reminded = påmint { $date }
gathering-act = Gjer noko
gathering-extra-wanted = { $seats ->
    [one] Vil ha 1 plass til
   *[other] Vil ha { $seats } plassar til
}
gathering-grant = Gi plassane
gathering-renew = Send ny lenkje
gathering-decline-for = Sei nei for dei
gathering-decline-for-heading = Sei nei for { $member }?
gathering-decline-for-text = { $named ->
    [0] Ingen er meld på derifrå. Plassane blir ledige for andre.
    [one] 1 person som er meld på, blir meld av og får brev, og plassane blir ledige for andre.
   *[other] { $named } personar som er melde på, blir melde av og får brev, og plassane blir ledige for andre.
}
gathering-decline-for-sure = Ja, sei nei for dei
gathering-decline-for-not = Ikkje sei nei likevel
gathering-come-for = Dei kjem likevel
gathering-acted-innbydd = { $count ->
    [one] 1 medlem får invitasjon.
   *[other] { $count } medlemmer får invitasjon.
}
gathering-acted-purra = { $count ->
    [one] 1 medlem får påminning.
   *[other] { $count } medlemmer får påminning.
}
gathering-acted-avslag = { $count ->
    [one] Medlemmet er meld av.
   *[other] { $count } medlemmer er melde av.
}
gathering-acted-likevel = Medlemmet er med igjen, med dei plassane som er ledige. Dei som var melde på, må meldast på på nytt.
gathering-acted-fleire = { $count ->
    [one] 1 plass til er gitt.
   *[other] { $count } plassar til er gitt.
}
gathering-acted-lenkje = Kontaktpersonen får ei ny lenkje. Den gamle verkar ikkje lenger.
gathering-members-download = Last ned medlemmene som CSV
