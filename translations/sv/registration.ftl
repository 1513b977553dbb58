# The sign-up form, its receipt and the list of those signed up.
reg-form-title = Anmäl dig till { $event }
reg-problems = Rätta det här för att anmäla dig:
reg-when = När
reg-where = Var
reg-online = Digitalt. Du får en länk när du är anmäld.
reg-or-online = eller digitalt
reg-price = Pris
reg-contact = Har du frågor? Kontakta
reg-and = och
reg-read-more = Läs mer om evenemanget
reg-places-left = { $n ->
    [one] { $n } ledig plats
   *[other] { $n } lediga platser
}
reg-full = Fullt. Du kan ställa dig på väntelistan.
reg-waiting-now = { $n ->
    [one] { $n } person står på listan nu.
   *[other] { $n } personer står på listan nu.
}
reg-all-required = Alla fält måste fyllas i.
reg-about-you = Om dig
reg-name = Namn
reg-email = E-post
reg-email-hint = Vi skickar bekräftelse och kalenderinbjudan hit.
reg-why = Varför frågar vi om det här?
reg-answer-erased = Vi raderar svaret { $date }.
reg-answer-sensitive = Svaret förvaras för sig, och bara de som behöver det får se det.
reg-yes = Ja
reg-answers = Svaren
reg-no = Nej
reg-no-answer = Vill inte svara
reg-which-municipality = Vilken kommun menade du?
reg-attend = Hur vill du delta?
reg-attend-in_person = Jag är på plats
reg-attend-online = Jag deltar på nätet
reg-choice-only-in_person = Bara för dem som är på plats.
reg-choice-only-online = Bara för dem som deltar på nätet.
reg-choices-anytime = När som helst
reg-choices = Vad vill du vara med på?
reg-choice-full = Fullt – väntelista. Du kan ställa dig på listan.
reg-choice-closed = Fullt.
reg-choices-receipt = Det du valde
reg-choice-held = du har plats
reg-choice-waiting = du står på väntelistan
reg-choice-undecided = arrangören avgör
reg-choice-offered = du har fått erbjudande om plats
reg-choice-released = avanmäld
reg-guests = Anmäl fler
reg-guests-text = { $n ->
    [one] Du kan anmäla en person till. Ni får plats tillsammans eller står på väntelistan tillsammans. Val och svar om kommun och organisation gäller alla, och var och en får egen e-post.
   *[other] Du kan anmäla upp till { $n } till. Ni får plats tillsammans eller står på väntelistan tillsammans. Val och svar om kommun och organisation gäller alla, och var och en får egen e-post.
}
reg-guest = Person { $n }
reg-guest-name = Namnet på den du anmäler
reg-guest-email = E-postadressen till den du anmäler
reg-field-guest-name = Namn på person { $n }
reg-field-guest-email = E-post till person { $n }
reg-controller = { $organisation } ansvarar för dina uppgifter.
reg-controller-with = { $organisation } ansvarar för dina uppgifter. De här arrangerar tillsammans med dem och ser bara siffror: { $others }.
reg-erased = Vi raderar dina uppgifter { $date }.
reg-public-access = Någon kan begära att få ta del av listan över anmälda.
reg-privacy = Läs hur vi använder och raderar uppgifterna
reg-submit = Anmäl mig
reg-submit-waiting = Sätt mig på väntelistan

# Why one cannot sign up, or not just now.
reg-closed = Anmälan är stängd
reg-closed-text = Fråga arrangören om det finns plats.
reg-not-open = Anmälan är inte öppen än
reg-not-open-text = Du kan anmäla dig från { $when }.
reg-no-places = Det är fullt
reg-no-places-text = Alla platser är tagna och det finns ingen väntelista. Fråga arrangören om det finns plats.
reg-cancelled = Evenemanget är inställt
reg-cancelled-text = Du kan inte anmäla dig. Fråga arrangören om det kommer ett nytt.
reg-over = Evenemanget är över
reg-over-text = Du kan inte anmäla dig längre. Se på startsidan vad som kommer.
reg-not-genuine = Skicka formuläret en gång till
reg-not-genuine-text = Sidan har varit öppen för länge, så vi kunde inte ta emot den. Ingenting är sparat. Allt du skrev står kvar: tryck på knappen längst ner en gång till.
reg-trapped = Formuläret är inte skickat
reg-trapped-text = Ett fält som inte syns var ifyllt, så ingenting är sparat. Allt du skrev står kvar: tryck på knappen längst ner en gång till.
reg-busy = Det är många här just nu
reg-busy-text = Vi hann inte ta emot formuläret. Allt du skrev står kvar: vänta lite och tryck på knappen längst ner en gång till.
reg-sent-before = Formuläret är redan skickat
reg-sent-before-text = Samma formulär har skickats en gång förut, med andra svar. Vill du anmäla någon till, tryck på knappen längst ner en gång till.
reg-party-too-large = Ni är för många
reg-party-too-large-text = Så många kan inte anmäla sig tillsammans. Ta bort någon eller fråga arrangören.
reg-not-invited = Du kan inte anmäla dig med den här adressen
reg-not-invited-text = Evenemanget är inte för alla. Använd e-postadressen du har i organisationen som är inbjuden, eller fråga arrangören.
reg-for-some = Evenemanget är inte för alla. Använd e-postadressen du har i organisationen som är inbjuden.

# The receipt.
reg-receipt-admitted = { $n ->
    [one] Tack! Du är anmäld.
   *[other] Tack! Ni är anmälda.
}
reg-receipt-waiting = { $n ->
    [one] Tack! Du står på väntelistan.
   *[other] Tack! Ni står på väntelistan.
}
reg-receipt-received = { $n ->
    [one] Tack! Vi har tagit emot anmälan.
   *[other] Tack! Vi har tagit emot anmälan.
}
reg-position = Du är nummer { $n } på listan.
reg-receipt-undecided = { $n ->
    [one] Tack! Vi har tagit emot din anmälan.
   *[other] Tack! Vi har tagit emot er anmälan.
}
reg-undecided-next = Arrangören avgör vilka som får plats. Du har ingen plats ännu och får ett mejl när det är avgjort. Vänta med att boka resa.
reg-approval = Arrangören avgör vilka som får plats. Du får ett mejl när det är avgjort.
reg-submit-undecided = Skicka anmälan
reg-waiting-next = Vi hör av oss så fort det finns en plats. Du behöver inte göra något, men vänta med att boka resa.
reg-waiting-offers = Vi skriver till dig när det finns en plats till dig. Då måste du svara i tid. Vänta med att boka resa.
reg-receipt-held = { $n } har plats
reg-receipt-queued = { $n } står på väntelistan
reg-letter-sent = { $n ->
    [one] Titta i din e-post: där står allt om anmälan, med länken där du kan ändra den eller avanmäla dig.
   *[other] Var och en av er får ett mejl om anmälan, med länken där den kan ändras.
}
reg-letter-missing = Har du inte fått något mejl inom en halvtimme? Titta i skräpposten eller fråga arrangören.

# The list that organisers see.
reg-list-title = Anmälningar
reg-list-path = Du är här
reg-list-organiser = För arrangörer
reg-list-admitted = Anmälda
reg-list-of = av { $n } platser
reg-list-waiting = På väntelistan
reg-list-offered = Har fått erbjudande om plats
reg-list-withdrawn = Avanmälda
reg-list-attended = Kom
reg-list-undeliverable = E-post som inte kom fram
reg-list-numbers-only = Din roll visar antal, inte namn. Fråga den som sköter kontona i organisationen om du behöver se listan.
reg-list-audited = Vi noterar vem som tittar på listan och när.
reg-list-search = Sök i namn, e-post och organisation
reg-list-state = Status
reg-list-all = Alla
reg-list-filter = Filtrera
reg-list-found = { $n ->
    [one] { $n } person
   *[other] { $n } personer
}
reg-list-number = Nr
reg-list-arrived = Anmälde sig
reg-list-undeliverable-one = Kom inte fram
reg-list-undecided = Ska avgöras
reg-list-undecided-see = Se vilka
reg-list-attended-one = Kom
reg-list-reply-accepted = Kalender: ja
reg-list-reply-tentative = Kalender: kanske
reg-list-reply-declined = Kalender: nej
reg-list-reply-delegated = Kalender: skickar någon annan
reg-list-reply-proposed = Kalender: föreslår en annan tid
reg-list-reply-unproven = (inte bekräftat)
reg-list-position = nummer { $n }
reg-list-state-admitted = Anmäld
reg-list-state-waiting = Väntelista
reg-list-state-undecided = Ska avgöras
reg-list-state-offered = Erbjudande om plats
reg-list-state-withdrawn = Avanmäld
reg-list-form-in_person = på plats
reg-list-form-online = på nätet
reg-list-came = Närvaro
reg-list-came-note = Kom
reg-list-came-undo = Kom inte ändå
reg-list-overfull = { $taken } har plats, och det finns { $capacity } platser nu. Ingen förlorar sin plats, och ingen ny får plats förrän antalet är lägre.
reg-list-nobody = Vi hittade ingen.
reg-list-pages = Sidor
reg-list-organisation = Organisation
reg-list-form = Deltagande
reg-list-choice = Har valt
reg-list-choice-any = Vad som helst
reg-list-sort = Sortera efter
reg-list-sort-number = Ordningen de kom i
reg-list-sort-name = Namn
reg-list-sort-organisation = Organisation
reg-list-sort-newest = Senaste först
reg-list-clear = Visa alla
reg-list-place = Plats i kön

# Taking people out as a file, and what the kitchen needs to know.
reg-export-title = Ladda ner listan
reg-export-file = anmalningar
reg-export-text = { $n ->
    [one] Filen tar med { $n } person, med svaren.
   *[other] Filen tar med { $n } personer, med deras svar.
}
reg-export-why = Vad ska filen användas till?
reg-export-why-hint-people = Till exempel namnskyltar. Vi noterar vem som laddar ner, när, varför och hur många personer det gäller.
reg-export-why-hint-needs = Till exempel till köket. Vi noterar vem som laddar ner, när, varför och hur många personer det gäller.
reg-export-why-missing = Skriv vad filen ska användas till, till exempel namnskyltar
reg-export-why-long = Skriv det med högst { $n } tecken
reg-export-sensitive = Ta med svaren om mat och anpassningar
reg-export-sensitive-hint = Bara när du behöver dem tillsammans med namnen. Antalen för sig finns på sidan om mat och anpassningar.
reg-export-after = Radera filen när du inte behöver den längre.
reg-export-xlsx = Ladda ner för Excel (XLSX)
reg-export-csv = Ladda ner som CSV
reg-export-pdf = Ladda ner lista för utskrift (PDF)
reg-export-pdf-hint = PDF-listan har nummer, namn, organisation och status, inte svar.
reg-export-page = Sida { $page } av { $pages }
reg-export-taken = Hämtad { $when }. Ändamål: { $why }
reg-needs-title = Mat och anpassningar
reg-needs-file = mat-och-anpassningar
reg-needs-text = { $n ->
    [one] Antalen gäller den enda som har plats, utan namn.
   *[other] Antalen gäller de { $n } som har plats, utan namn.
}
reg-needs-no-questions = Formuläret har inga frågor om mat eller anpassningar.
reg-needs-question = Fråga
reg-needs-answer = Svar
reg-needs-people = Personer
reg-needs-unanswered = Inte svarat
reg-needs-download = Ladda ner antalen

# One person, as organisers see them.
reg-person-title = Anmälan nr { $n }
reg-person-offered-until = Erbjudandet gäller till
reg-person-calendar = Svar i kalendern
reg-person-choice-held = Har plats
reg-person-choice-waiting = Står på väntelistan
reg-person-choice-offered = Har fått erbjudande om plats
reg-person-choice-released = Avanmäld
reg-person-party = Anmälde sig tillsammans med
reg-person-answers = Svar
reg-person-sensitive-show = Visa svaren om mat och anpassningar
reg-person-sensitive-noted = Vi noterar att du har sett dem.
reg-person-sensitive-none = Inga svar.
reg-person-sensitive-not-yours = Din roll visar inte de här svaren.
reg-person-letters = Se breven till personen
reg-person-history = Vad som har hänt
reg-person-history-signed_up = anmälde sig
reg-person-history-admitted = fick plats
reg-person-history-received = anmälde sig, och arrangören skulle avgöra
reg-person-history-declined = fick nej av arrangören
reg-person-history-moved_up = fick plats från väntelistan
reg-person-history-waitlisted = hamnade på väntelistan
reg-person-history-offered = fick erbjudande om plats
reg-person-history-changed = ändrade anmälan, eller fick den ändrad
reg-person-history-withdrew = avanmälde sig
reg-person-history-withdrawn = avanmäldes
reg-person-history-unseated = delegationen tog tillbaka platsen
reg-person-history-signed_off = avanmäldes av arrangören
reg-person-history-offer_lapsed = erbjudandet gick ut, eller svaret var nej
reg-person-history-handed_over = gav platsen till någon annan
reg-person-history-event_cancelled = evenemanget ställdes in
reg-person-history-repeated = samma adress anmäldes en gång till, och inget ändrades
reg-person-history-replanned = programmet ändrades, och något av det valda med det
reg-person-history-attended = kom
reg-person-history-not_attended = kom inte ändå
reg-person-history-undeliverable = e-post kom inte fram
reg-person-notes = Anteckningar
reg-person-notes-none = Ingen har antecknat något.
reg-person-note = Ny anteckning
reg-person-note-hint = Skriv inte om hälsa eller annat som är känsligt. Personen kan begära att få läsa det, och det raderas tillsammans med anmälan.
reg-person-note-save = Spara anteckningen
reg-person-note-delete = Radera anteckningen
reg-person-note-own = skriven av dig
reg-person-note-other = skriven av en annan arrangör
reg-person-note-missing = Skriv vad du vill anteckna
reg-person-note-long = Skriv anteckningen med högst { $n } tecken

# Det arrangörer gör med andras anmälningar.
reg-act-plass = Ge plats
reg-act-endre = Ändra deltagande och val
reg-act-lenkje = Skicka länken igen
reg-act-meld-av = Avanmäl
reg-act-submit-plass = Ge plats
reg-act-submit-endre = Spara ändringarna
reg-act-submit-lenkje = Skicka länken
reg-act-submit-meld-av = Avanmäl
reg-act-then-meld-av-admitted = Platsen går till nästa person på väntelistan eller blir ledig. Personen får ett mejl om att arrangören har avanmält, och evenemanget tas bort ur kalendern. Du kan inte ångra dig, men personen kan anmälas igen så länge det finns plats.
reg-act-then-meld-av-waiting = Personen förlorar sin plats på väntelistan och får ett mejl om att arrangören har avanmält. Du kan inte ångra dig.
reg-act-then-meld-av-offered = Erbjudandet om plats går till nästa person på väntelistan. Personen får ett mejl om att arrangören har avanmält. Du kan inte ångra dig.
reg-act-then-plass-waiting = Det finns en ledig plats. Personen går från väntelistan till anmäld och får ett mejl med en kallelse till kalendern.
reg-act-godkjenn = Godkänn
reg-act-avslag = Avslå
reg-act-submit-godkjenn = Godkänn
reg-act-submit-avslag = Avslå
reg-act-then-godkjenn = Finns det en ledig plats får personen den och ett mejl med en kallelse till kalendern. Annars hamnar personen sist på väntelistan och får ett mejl om det.
reg-act-then-avslag = Personen får ingen plats och får ett mejl om det. Du kan inte ångra dig, men personen kan anmälas igen.
reg-act-reason = Motivering
reg-act-reason-hint = Står i mejlet till den det gäller, precis som du skriver den.
reg-act-reason-long = Skriv högst { $most } tecken.
reg-act-approved = Personen är godkänd
reg-act-approved-text = Ett mejl är på väg. Nedan ser du om personen fick plats eller står på väntelistan.
reg-act-declined = Personen har fått nej
reg-act-declined-text = Ett mejl om det är på väg.
reg-act-decided = Det är redan avgjort
reg-act-decided-text = Någon har svarat på anmälan. Ingenting har ändrats.
reg-act-then-plass-offered = Du svarar ja på erbjudandet åt personen och åt dem som fick det tillsammans. De får ett mejl med en kallelse till kalendern.
reg-act-then-lenkje = Personen får ett mejl med länken till sin egen sida. Länken som skickats tidigare fungerar fortfarande. Du får inte se länken.
reg-act-then-endre = Personens svar ändras inte. Ändringen syns på personens sida och skickas med e-post när den ändrar något i kalendern.
reg-act-passes = { $n ->
    [one] { $n } person står före i kön och blir förbigången.
   *[other] { $n } personer står före i kön och blir förbigångna.
}
reg-act-noted = Vi noterar att det var du som gjorde det.
reg-act-back = Tillbaka utan att göra något
reg-act-problems = För att spara måste du rätta detta:
reg-act-placed = Personen har fått plats
reg-act-placed-text = Ett mejl med kallelse är på väg.
reg-act-moved = Ändringarna är sparade
reg-act-moved-text = Sidan nedan visar hur det ser ut nu.
reg-act-link-sent = Länken är på väg
reg-act-link-sent-text = Den kommer till e-postadressen nedan.
reg-act-signed-off = Personen är avanmäld
reg-act-signed-off-text = Personen får ett mejl om det.
reg-act-added = Personen är anmäld
reg-act-added-text = En bekräftelse med kallelse och länk till egen sida är på väg med e-post.
reg-act-added-waiting = Personen står på väntelistan
reg-act-added-waiting-text = Det finns ingen ledig plats nu. Personen får ett mejl om platsen i kön, med länk till egen sida.
reg-act-known = Adressen är redan anmäld
reg-act-known-text = Inget har ändrats. Här är anmälan som finns.
reg-act-full = Det finns ingen ledig plats
reg-act-full-text = Det ges aldrig fler platser än det finns. Avanmäl någon eller höj antalet platser för evenemanget.
reg-act-lapsed = Erbjudandet gäller inte längre
reg-act-lapsed-text = Platsen går till nästa person på väntelistan.
reg-act-gone = Personen är avanmäld
reg-act-gone-text = Anmälan kan inte ändras. Anmäl personen igen om det behövs.
reg-act-over-text = Anmälningar kan inte ändras efter att evenemanget är över.
reg-act-cancelled-text = Anmälningar kan inte ändras när evenemanget är inställt.
reg-act-impossible = Det gick inte
reg-act-impossible-text = Anmälan är sådan att det inte kan göras. Inget har ändrats.
reg-add-title = Anmäl en person
reg-add-text = Personen får en bekräftelse med e-post, eller besked om väntelistan, och kan själv ändra svaren eller avanmäla sig. Du behöver bara fylla i namn och e-post; resten frågas det om på personens sida.
reg-add-left-out = Samtycke och svar om mat och anpassningar kan bara personen själv ge.
reg-add-waiting = Alla platser är tagna, så personen hamnar på väntelistan.
reg-add-email-hint = Personens adress, inte din egen.
reg-add-submit = Anmäl
reg-add-full-text = Alla platser är tagna och det finns ingen väntelista. Det ges aldrig fler platser än det finns.
reg-several-title = Gör något med flera
reg-several-text = { $n ->
    [one] Urvalet från listan har { $n } person. Välj vad du vill göra; du får se vem det gäller först.
   *[other] Urvalet från listan har { $n } personer. Välj vad du vill göra; du får se vilka det gäller först.
}
reg-several-meld-av = Avanmäl flera
reg-several-godkjenn = Godkänn flera
reg-several-avslag = Avslå flera
reg-several-will-godkjenn = { $n ->
    [one] { $n } person kan godkännas. Finns det en ledig plats får personen den, annars hamnar personen på väntelistan. Personen får ett mejl.
   *[other] { $n } personer kan godkännas. De får plats så länge det finns lediga, i ordningen nedan; resten hamnar på väntelistan. Var och en får ett mejl.
}
reg-several-will-avslag = { $n ->
    [one] { $n } person kan få nej. Personen får ett mejl om det. Du kan inte ångra dig.
   *[other] { $n } personer kan få nej. Var och en får ett mejl om det. Du kan inte ångra dig.
}
reg-several-done-godkjenn = { $n ->
    [one] { $n } person är godkänd.
   *[other] { $n } personer är godkända.
}
reg-several-done-avslag = { $n ->
    [one] { $n } person har fått nej.
   *[other] { $n } personer har fått nej.
}
reg-several-submit-godkjenn = Godkänn de förkryssade
reg-several-submit-avslag = Avslå de förkryssade
reg-several-why-decided = är redan avgjort
reg-several-why-full = det finns ingen ledig plats och ingen väntelista
reg-several-kom = Notera att flera kom
reg-several-kom-ikkje = Notera att flera inte kom ändå
reg-several-will-meld-av = { $n ->
    [one] { $n } person kan avanmälas. Platsen går till väntelistan, och personen får ett mejl om att arrangören har avanmält. Du kan inte ångra dig.
   *[other] { $n } personer kan avanmälas. Platserna går till väntelistan, och var och en får ett mejl om att arrangören har avanmält. Du kan inte ångra dig.
}
reg-several-will-kom = { $n ->
    [one] Du kan notera att { $n } person kom.
   *[other] Du kan notera att { $n } personer kom.
}
reg-several-will-kom-ikkje = { $n ->
    [one] { $n } person är noterad som närvarande, och det kan tas tillbaka.
   *[other] { $n } personer är noterade som närvarande, och det kan tas tillbaka.
}
reg-several-done-meld-av = { $n ->
    [one] { $n } person är avanmäld.
   *[other] { $n } personer är avanmälda.
}
reg-several-done-kom = { $n ->
    [one] Det är noterat att { $n } person kom.
   *[other] Det är noterat att { $n } personer kom.
}
reg-several-done-kom-ikkje = { $n ->
    [one] Det är noterat att { $n } person inte kom ändå.
   *[other] Det är noterat att { $n } personer inte kom ändå.
}
reg-several-submit-meld-av = Avanmäl de förkryssade
reg-several-submit-kom = Notera att de förkryssade kom
reg-several-submit-kom-ikkje = Notera att de förkryssade inte kom
reg-several-people = Vilka det gäller
reg-several-unfit = De här gäller det inte
reg-several-undone = Inte gjort för de här
reg-several-back = Tillbaka till listan
reg-several-more = Gör något mer med urvalet
reg-several-most = Urvalet har { $found } personer. Här är de { $n } första; ta resten efteråt eller välj färre i listan.
reg-several-nobody-chosen = Kryssa för minst en person
reg-several-why-signed-off = är avanmäld
reg-several-why-over = evenemanget är över
reg-several-why-cancelled = evenemanget är inställt
reg-several-why-no-place = har ingen plats
reg-several-why-online = deltar på nätet
reg-several-why-came = är noterad som närvarande
reg-several-why-did-not-come = är inte noterad som närvarande
reg-several-why-busy = systemet var upptaget; försök igen
reg-foreign-title = Hämta in anmälningar
reg-foreign-text = Har anmälan gått genom ett annat formulär, till exempel Microsoft Forms eller Pindena, sparar du svaren därifrån som Excel-fil eller CSV och väljer filen här. Du får se vad vi läser innan någon anmäls.
reg-foreign-file = Fil med anmälningar
reg-foreign-file-hint = Excel-fil (xlsx) med rubriker på första raden i det första bladet, eller CSV UTF-8. Högst 500 personer.
reg-foreign-read = Läs filen
reg-foreign-columns = Vad kolumnerna är
reg-foreign-columns-text = Vi har gissat utifrån rubrikerna. Rätta det som är fel och titta på raderna igen. Samtycke och svar om mat och anpassningar hämtas inte in; dem ger personen på sin egen sida.
reg-foreign-column-name = Hela namnet
reg-foreign-column-first-name = Förnamn
reg-foreign-column-last-name = Efternamn
reg-foreign-column-email = E-post
reg-foreign-column-form = Hur personen deltar
reg-foreign-no-column = Ingen kolumn
reg-foreign-form = Hur deltar de?
reg-foreign-form-hint = Gäller dem som saknar svar i kolumnen om deltagande.
reg-foreign-form-missing = Välj hur de deltar
reg-foreign-columns-missing = Välj kolumnerna med e-post och namn
reg-foreign-look = Titta på raderna igen
reg-foreign-again = Titta på raderna innan du hämtar in
reg-foreign-again-text = Du har ändrat något sedan sist. Här är raderna som de läses nu.
reg-foreign-preview = Vad som händer
reg-foreign-count-place = { $n ->
    [one] { $n } person får plats
   *[other] { $n } personer får plats
}
reg-foreign-count-waits = { $n ->
    [one] { $n } person hamnar på väntelistan
   *[other] { $n } personer hamnar på väntelistan
}
reg-foreign-count-full = { $n ->
    [one] { $n } person får inte plats
   *[other] { $n } personer får inte plats
}
reg-foreign-count-known = { $n ->
    [one] { $n } person är redan anmäld
   *[other] { $n } personer är redan anmälda
}
reg-foreign-count-before = { $n ->
    [one] { $n } person har hämtats in förut och hämtas inte in igen
   *[other] { $n } personer har hämtats in förut och hämtas inte in igen
}
reg-foreign-count-twice = { $n ->
    [one] { $n } rad har en adress som står längre upp
   *[other] { $n } rader har en adress som står längre upp
}
reg-foreign-count-wrong = { $n ->
    [one] { $n } rad kan inte hämtas in
   *[other] { $n } rader kan inte hämtas in
}
reg-foreign-fate-place = Får plats
reg-foreign-fate-waits = Väntelista
reg-foreign-fate-full = Ingen plats
reg-foreign-fate-known = Redan anmäld
reg-foreign-fate-before = Inhämtad förut
reg-foreign-fate-twice = Adressen står längre upp
reg-foreign-fate-wrong = Kan inte hämtas in
reg-foreign-left-out = Svaret tas inte med.
reg-foreign-lines = Raderna i filen
reg-foreign-line = Rad
reg-foreign-then = Var och en får ett mejl med en bekräftelse eller platsen i kön och en länk till en egen sida.
reg-foreign-take = { $n ->
    [one] Anmäl { $n } person
   *[other] Anmäl { $n } personer
}
reg-foreign-done = Listan är inhämtad
reg-foreign-another = Hämta in en annan fil
reg-foreign-missing = Välj en fil med anmälningar
reg-foreign-too-large = Dela filen i flera; den här är för stor
reg-foreign-nobody = Välj en fil med rubriker på första raden och personer under
reg-foreign-too-many-rows = Dela filen i flera, med högst { $n } personer i varje
reg-foreign-too-many-columns = Ta bort kolumner som inte behövs; det får vara högst { $n }
reg-foreign-encoding = Spara filen som CSV UTF-8; rad { $line } har tecken vi inte kan läsa
reg-foreign-quote = Rätta citattecknet på rad { $line }; det avslutas aldrig
reg-foreign-damaged = Spara filen på nytt från Excel, eller som CSV UTF-8; den här är skadad eller ingen Excel-fil
reg-foreign-locked = Spara filen som xlsx utan lösenord, eller som CSV UTF-8

# The person's own page.
my-title = Din anmälan
my-problems = Rätta det här:
my-state-admitted = Du är anmäld.
my-state-waiting = Du står på väntelistan.
my-state-undecided = Arrangören har inte avgjort ännu.
my-state-undecided-text = Vi har tagit emot din anmälan. Du har ingen plats förrän arrangören har sagt ja. Du får ett mejl när det är avgjort.
my-state-declined = Du fick ingen plats.
my-state-declined-text = Arrangören har svarat nej på din anmälan. Svaret står i mejlet du har fått.
my-state-offered = Du har fått erbjudande om plats.
my-state-withdrawn = Du är avanmäld.
my-offer = Vill du ha platsen?
my-offer-text = Vi håller en plats åt dig till { $when }. Om vi inte hör av dig går platsen till nästa person på listan.
my-offer-accept = Ja, jag vill ha platsen
my-offer-decline = Nej tack
my-join = Gå till det digitala mötet
my-change = Ändra anmälan
my-withdraw = Avanmäl mig
my-hand-over = Lämna över platsen
my-attend = Deltagande
my-choose = Välj mellan dessa
my-choose-text = Programmet har ändrats, så du hinner inte med allt du har valt. Välj före { $when }. Hör vi inte av dig behåller du det du valde först, och den andra platsen går till nästa på listan.
my-choose-one = Vad vill du vara med på?
my-choose-submit = Spara valet
my-choose-missing = Välj ett i varje par och spara igen. Ingenting är ändrat.
my-nothing-to-choose = Det finns inget att välja mellan
my-nothing-to-choose-text = Du har redan valt, tiden är ute, eller programmet har ändrats igen. Så här står din anmälan nu.
my-gone = Detta ges inte längre
my-gone-instead = Dessa har plats vid samma tid:
my-gone-nothing = Inget annat har plats vid samma tid.
my-gone-choose = Välj något annat
my-held = Det här har vi sparat om dig
my-held-text = { $organisation } ansvarar för uppgifterna.
my-language = Språk i mejlen
my-language-nn = Nynorsk
my-language-nb = Bokmål
my-language-sv = Svenska
my-language-en = English
my-signed-up-at = Anmälde dig
my-attended-at = Kom
my-placed-tables = Bord { $number }
my-placed-groups = Grupp { $number }
my-reply = Svar från din kalender
my-reply-accepted = Ja
my-reply-tentative = Kanske
my-reply-declined = Nej
my-reply-delegated = Någon annan kommer
my-reply-proposed = Föreslår en annan tid
my-reply-leaves = Du har svarat nej i din kalender. Vi anmäler av dig { $when }. Har du ändrat dig svarar du ja i kalendern innan dess.
my-no-answer = Inte svarat
my-download = Ladda ner allt vi har sparat om dig (JSON)
my-calendar = Kalender
my-calendar-text = Inbjudan finns i mejlet du fick. Öppnar du bilagan hamnar evenemanget i din kalender och uppdateras när något ändras.
my-feed = Prenumerera på din kalender
my-feed-address = Eller klistra in den här adressen i kalenderprogrammet:
my-link = Din länk
my-link-text = Länken till den här sidan är bara till dig. Har någon annan fått tag i den?
my-new-link = Få en ny länk
my-erase-text = Du kan få allt som vi har sparat om dig raderat.
my-erase = Radera allt om mig
my-see = Se din anmälan
my-back = Avbryt

# Changing.
my-change-title = Ändra din anmälan
my-email-fixed = E-post: { $email }. Adressen kan inte ändras här. Ska någon annan komma i stället för dig, lämna över platsen.
my-save = Spara
my-changed = Ändringen är sparad
my-changed-text = Så här ser din anmälan ut nu.
my-accepted = Platsen är din
my-accepted-text = Du får ett mejl med kalenderinbjudan.

# Confirming, and what was done.
my-withdraw-question = Vill du avanmäla dig?
my-withdraw-then = Platsen går till nästa på väntelistan och evenemanget tas bort från din kalender. Du kan inte ångra dig, men du kan anmäla dig igen så länge det finns plats.
my-withdraw-then-waiting = Du förlorar din plats på väntelistan. Du kan inte ångra dig, men du kan ställa dig sist på listan igen så länge anmälan är öppen.
my-withdraw-then-undecided = Du tar tillbaka din anmälan innan arrangören har avgjort. Du kan inte ångra dig, men du kan anmäla dig igen så länge anmälan är öppen.
my-withdraw-then-offered = Erbjudandet om en plats går till nästa på väntelistan och du står inte kvar på listan. Du kan inte ångra dig.
my-withdraw-submit = Ja, avanmäl mig
my-withdraw-done = Du är avanmäld. Tack för att du hörde av dig.
my-withdraw-after = Du får ett mejl om att du är avanmäld.
my-decline-done = Tack för att du hörde av dig.
my-decline-after = Platsen går till nästa på listan och du står inte kvar på väntelistan.
my-hand-over-then = Om den nya personen inte redan är anmäld tar personen över din plats och får ett mejl med kalenderinbjudan och en egen länk. Då avanmäls du, och dina svar följer inte med. Du kan inte ångra dig. Om personen redan är anmäld ändras ingenting.
my-hand-over-name = Namnet på den som tar över
my-hand-over-email = E-postadressen till den som tar över
my-hand-over-submit = Lämna över platsen
my-hand-over-done = Platsen är överlämnad.
my-hand-over-after = Vi har skrivit till den nya personen, och du får ett mejl om att du är avanmäld.
my-hand-over-not = Platsen är fortfarande din.
my-hand-over-not-after = Den kunde inte gå över till adressen du skrev. Vi har skrivit till den som äger adressen, och ingenting är ändrat för dig. Ska någon annan ha platsen, prova med en annan adress.
my-new-link-question = Vill du ha en ny länk?
my-new-link-then = Länken du använder nu slutar fungera, och det gör de i din kalender också. Den nya kommer med e-post.
my-new-link-submit = Skicka ny länk
my-new-link-done = En ny länk är på väg.
my-new-link-after = Titta i din e-post. Den gamla länken fungerar inte längre.
my-erase-question = Vill du radera allt om dig?
my-erase-then = Vi raderar namn, e-post och alla svar du har gett. Du kan inte ångra dig och länken slutar fungera.
my-erase-then-place = Du förlorar platsen, och den går till nästa person på väntelistan. Vi raderar namn, e-post och alla svar du har gett. Du kan inte ångra dig, och länken slutar fungera.
my-erase-submit = Ja, radera allt
my-erase-done = Allt om dig är raderat.
my-erase-after = Vi har inte längre ditt namn, din e-post eller dina svar för det här evenemanget.

# When it cannot be done.
my-too-late = Det är för sent att avanmäla sig här
my-too-late-text = Tiden har gått ut. Säg till arrangören att du inte kommer.
my-already-withdrawn = Du är redan avanmäld
my-already-withdrawn-text = Du behöver inte göra mer. Du kan anmäla dig igen så länge det finns plats.
my-not-invited = Platsen kan inte ges till den här adressen
my-not-invited-text = Evenemanget är inte för alla. Fråga arrangören om du vill att någon annan ska komma i stället.
my-no-offer = Det finns inget erbjudande att svara på
my-no-offer-text = Tiden kan ha gått ut, eller så har du redan svarat. Så här ser din anmälan ut nu.
my-no-place = Du har ingen plats att lämna över
my-no-place-text = Bara den som är anmäld kan lämna över platsen. Så här ser din anmälan ut nu.
my-not-possible = Det går inte längre
my-not-possible-text = Evenemanget är över, inställt eller stängt för ändringar. Fråga arrangören.
my-not-genuine = Försök en gång till
my-not-genuine-text = Sidan har varit öppen för länge. Ingenting har ändrats. Tryck på knappen en gång till.
my-dead-title = Länken fungerar inte längre. Få en ny med e-post.
my-dead-text = Skriv e-postadressen som du anmälde dig med, så skickar vi en länk för varje evenemang du är anmäld till.
my-dead-submit = Skicka ny länk
my-dead-sent = Om adressen är anmäld till något som kommer är en ny länk på väg dit. Titta i din e-post.

# What does not fit in a field, and how to put it right. { $field } is the name of the field or the question.
answer-missing-name = Skriv ditt namn
answer-missing-other-name = { $field } Skriv namnet
answer-name-is-an-address = { $field } Skriv bara namnet, utan adresser och länkar
answer-missing-email = { $field } Skriv e-postadressen, till exempel kari@kommun.se
answer-email-without-at = E-postadressen måste innehålla @, till exempel kari@kommun.se
answer-email-spelling = { $field } Det som står före @ ser inte rätt ut. Skriv en adress, utan mellanslag, till exempel kari@kommun.se
answer-email-letters = { $field } Det som står före @ kan inte ha andra bokstäver än a till z. Skriv adressen som den står i dina mejl
answer-email-domain = { $field } Det som står efter @ ser inte rätt ut. Det ska vara som kommun.se
answer-missing-text = { $field } Skriv ett svar
answer-missing-choice = { $field } Välj ett av svaren
answer-missing-several = { $field } Välj minst ett av svaren
answer-missing-number = { $field } Skriv ett tal
answer-missing-date = { $field } Skriv dag, månad och år, till exempel 16 3 2027
answer-missing-phone = { $field } Skriv telefonnumret, till exempel 070-123 45 67
answer-missing-municipality = { $field } Skriv namnet på kommunen
answer-missing-organisation = { $field } Skriv namnet på organisationen eller organisationsnumret
answer-missing-organisation-number = { $field } Skriv organisationsnumret
answer-too-long = { $field } Svaret är { $length } tecken. Korta ner det till högst { $limit }
answer-line-break = { $field } Skriv allt på en rad
answer-control-character = { $field } Det finns ett tecken som inte kan visas. Skriv svaret på nytt i stället för att klistra in det
answer-number-unreadable = { $field } Skriv talet med siffror, till exempel 12
answer-number-not-whole = { $field } Skriv ett heltal, utan komma och punkt
answer-number-too-small = { $field } Talet måste vara minst { $min }
answer-number-too-large = { $field } Talet kan vara högst { $max }
answer-no-such-option = { $field } Välj bland svaren som står där
answer-date-incomplete = { $field } Fyll i både dag, månad och år
answer-date-year = { $field } Skriv året med fyra siffror, till exempel 2027
answer-no-such-date = { $field } Datumet finns inte. Skriv dag, månad och år med siffror, till exempel 16 3 2027
answer-date-too-far = { $field } Skriv ett år mellan { $first } och { $last }
answer-phone-unreadable = { $field } Skriv numret med siffror, till exempel 070-123 45 67
answer-phone-without-country = { $field } Skriv numret med landskod, till exempel +47 900 12 345
answer-phone-length = { $field } Numret har för få eller för många siffror. Ett svenskt nummer börjar med 0
answer-municipality-unknown = { $field } Vi hittar ingen kommun som heter ”{ $typed }”. Välj en kommun i listan
answer-municipality-unclear = { $field } Vi vet inte säkert vilken kommun ”{ $typed }” är. Välj en av dem som står under
answer-organisation-number = { $field } Organisationsnumret är inte rätt. Se efter om två siffror är omkastade eller skriv namnet
answer-organisation-number-length = { $field } Ett svenskt organisationsnummer har 10 siffror, ett norskt har 9. Du kan också skriva namnet
answer-number-alone = { $field } Organisationsnumret är inte rätt. Se efter om två siffror är omkastade
answer-number-alone-length = { $field } Skriv organisationsnumret med siffror: ett svenskt har 10, ett norskt har 9
answer-personal-number = { $field } Det här liknar ett personnummer. Det behöver vi inte; skriv namnet på organisationen
answer-unknown-language = { $field } Välj nn, nb, sv eller en
answer-wrong-kind = { $field } Svaret har fel form. Se typen i beskrivningen av frågan
answer-answers-wrong-kind = { $field } Skicka ett JSON-objekt med nyckeln till varje fråga och svaret på den
answer-unknown-question = { $field } Formuläret har ingen sådan fråga
answer-unknown-choice = { $field } Något av det du valde finns inte längre. Välj på nytt
answer-choice-full = { $field } Det finns ingen plats på ”{ $first }” längre. Välj något annat
answer-clashing-choices = { $field } Du hinner inte med både ”{ $first }”{ $first_when } och ”{ $second }”{ $second_when }. Välj ett av dem
answer-same-session = { $field } ”{ $first }” är valt två gånger:{ $first_when } och{ $second_when }. Välj en av gångerna
answer-other-form = { $field } ”{ $first }” är inte för dem som deltar så som du har valt. Ta bort krysset, eller delta på det andra sättet
answer-missing-form = { $field } Välj ett av sätten
answer-unknown-form = { $field } Det går inte längre att delta så. Välj på nytt
answer-form-full = { $field } Det är fullt där. Ingenting är ändrat, och du deltar som förut
answer-same-address-twice = { $field } Adressen används redan för en annan person här. Skriv en egen adress för var och en
answer-other-email-without-at = { $field } Adressen måste innehålla @, till exempel kari@kommun.se

# What the API says in words.
reg-api-invalid = Något i förfrågan måste rättas
reg-api-invalid-text = Se listan över fält.
reg-api-malformed = Det här är inte JSON
reg-api-malformed-text = Förfrågans kropp måste vara ett JSON-objekt med name, email, language, answers och choices.
reg-api-media-type = Fel innehållstyp
reg-api-media-type-text = Skicka JSON med Content-Type: application/json.
reg-api-key = Idempotency-Key kan inte användas
reg-api-key-text = Nyckeln måste ha mellan 1 och 180 synliga ASCII-tecken.
reg-api-key-used = Nyckeln har använts förut
reg-api-key-used-text = Samma Idempotency-Key har skickats förut med annat innehåll. Använd en ny nyckel för varje anmälan.

# The certificate of attendance.
certificate-heading = Deltagarintyg
certificate-certifies = Härmed intygas att
certificate-took-part = deltog i
certificate-online = Digitalt
certificate-organisers = { $n ->
    [one] Arrangör
   *[other] Arrangörer
}
certificate-issued = Utfärdat { $date }
certificate-link = Ladda ner ditt deltagarintyg (PDF)

# Anmälan till en hel serie
series-form-title = Anmäl dig till hela serien { $series }
series-form-text = Du blir anmäld till alla datum som kommer och får en inbjudan i kalendern till vart och ett. Passar inte ett datum säger du ”inte den här gången” med ett tryck.
series-to-page = Till sidan om serien
series-ahead = Datum som kommer
series-past = Datum som har varit
series-none-ahead = Inga datum är bestämda ännu. Du blir anmäld när de kommer.
series-consent = När du anmäler dig samtycker du till att { $organisation } sparar ditt namn, din e-post och dina svar och anmäler dig till nya datum i serien. Du kan återkalla samtycket när som helst.
series-purpose = Vi använder dem bara till det.
series-kept = { $days ->
    [one] Vi raderar dem när du lämnar serien, och senast { $days } dag efter det sista datumet.
   *[other] Vi raderar dem när du lämnar serien, och senast { $days } dagar efter det sista datumet.
}
series-submit = Anmäl mig till hela serien
series-thanks = Tack! Du är anmäld till hela serien.
series-thanks-after = Titta i din e-post. Där får du din egen länk, och för varje datum ett besked om du har plats, står på väntelistan eller inte fick plats.
series-mine-title = Din serie
series-follows = Du är anmäld till hela serien.
series-follows-text = Nya datum kommer av sig själva. Länken till den här sidan är bara till för dig.
series-left = Du har lämnat serien.
series-left-text = Det kommer inga nya datum. Datum som har varit, och de du själv har anmält dig till, är som förut.
series-again = Anmäl mig till serien igen
series-date-admitted = Du har plats.
series-date-waiting = Du står på väntelistan.
series-date-undecided = Arrangören har inte avgjort ännu.
series-date-offered = Du har fått ett erbjudande om plats.
series-date-withdrawn = Du är avanmäld.
series-date-full = Det var fullt när du skulle bli anmäld, och datumet har ingen väntelista. Blir en plats ledig går den till den som anmäler sig först.
series-date-early = Anmälan är inte öppen ännu.
series-date-soon = Du blir snart anmäld.
series-date-closed = Anmälan var stängd när du kom med i serien.
series-date-cancelled = Inställt.
series-date-own = Det här datumet har du själv anmält dig till.
series-opens = Den öppnar { $when }.
series-skip = Inte den här gången
series-look-again = Se om det finns plats nu
series-date-mine = Din anmälan
series-leave = Lämna serien
series-leave-question = Vill du lämna serien?
series-leave-then = Du avanmäls från datum som kommer och får inga nya. Datum som har varit, och de du själv har anmält dig till, är som förut.
series-leave-submit = Ja, lämna serien
series-signed-off-from = Du avanmäls från:
series-erase-text = Du kan få allt om dig i serien raderat.
series-erase-question = Vill du få allt om dig i serien raderat?
series-erase-then = Vi avanmäler dig från det som kommer och raderar den fasta anmälan och anmälningarna som följde med, också till datum som har varit. Det kan inte göras ogjort. Datum du själv har anmält dig till har egna länkar.
series-erase-submit = Ja, radera allt
series-erased = Allt är raderat.
series-erased-after = Du får inga fler brev om serien, utom det som tar bort datum ur din kalender.
series-held-text = { $organisation } ansvarar för dina uppgifter.
series-nothing-held = Vi har inte längre ditt namn eller din e-post i serien. Anmälningarna till de enskilda datumen har egna tidsfrister.
my-series = Du är anmäld till hela serien som det här datumet hör till.
my-series-link = Se alla datum
my-withdraw-series = Det gäller bara det här datumet. Du är fortfarande anmäld till resten av serien.
my-erase-series = Du tas också bort ur serien, så det kommer inga nya datum. Datum du redan är anmäld till är som förut.

reg-insight-title = Insyn och radering
reg-insight-link = Se vem som har sett vad och vad som är raderat
reg-insight-lead = Här ser du vem som har sett, hämtat ut eller noterat något om deltagarna, och vad som är raderat. Inga deltagare nämns här.
reg-insight-looks = Vem har gjort vad
reg-insight-accounts = Följ länken på ett konto för att se vem det är. Ett konto som inte längre har behörighet i organisationen finns inte där.
reg-insight-found = { $n ->
    [one] 1 post, den nyaste först
   *[other] { $n } poster, den nyaste först
}
reg-insight-when = När
reg-insight-who = Vem
reg-insight-what = Vad
reg-insight-people = Personer
reg-insight-account = Konto { $code }
reg-insight-own = (du)
reg-insight-did-list = Såg listan
reg-insight-did-search = Sökte i listan
reg-insight-did-attended = Noterade att någon kom
reg-insight-did-not_attended = Noterade att någon ändå inte kom
reg-insight-did-person = Såg en person
reg-insight-did-sensitive = Såg en persons känsliga svar
reg-insight-did-export = Hämtade ut listan som fil
reg-insight-did-needs = Såg vilken mat och anpassning som behövs
reg-insight-did-needs_export = Hämtade ut behoven som fil
reg-insight-did-note = Skrev en anteckning
reg-insight-did-note_deleted = Raderade en anteckning
reg-insight-did-let_in = Släppte in någon som inte var anmäld
reg-insight-did-signed_off = Avanmälde en person
reg-insight-did-gave_place = Gav plats åt någon som väntade
reg-insight-did-moved = Ändrade någons deltagande eller val
reg-insight-did-link_sent = Skickade länken igen
reg-insight-did-added = Anmälde en person
reg-insight-did-unpublished = Tog bort evenemanget från webbplatsen
reg-insight-did-approved = Godkände en person
reg-insight-did-declined = Avslog en person
reg-insight-nobody = Ingen har tittat på listan än.
reg-insight-looks-pages = Sidor med vem som har gjort vad
reg-insight-newer = Nyare
reg-insight-older = Äldre
reg-insight-page = Sida { $page } av { $pages }
reg-insight-erased = Vad som är raderat
reg-insight-erased-lead = Kvittona visar att något är raderat, när och varför, men inte vad det var.
reg-insight-receipts = Kvitton, det nyaste först
reg-insight-gone = Raderat
reg-insight-answers = Svaren på:
reg-insight-everything = Allt om personen
reg-insight-why = Varför
reg-insight-why-question = Frågans tidsfrist hade gått ut
reg-insight-why-unplaced = Fick aldrig någon plats, eller avanmälde sig
reg-insight-why-retention = Organisationens tidsfrist hade gått ut
reg-insight-why-person = Personen ville ha det raderat
reg-insight-erased-pages = Sidor med vad som är raderat
reg-insight-nothing = Inget är raderat än.

# At the door.
door-title = Entré
door-tally = { $come } av { $expected } har kommit
door-search = Sök på namn, organisation eller kommun, eller skriv koden på namnskylten
door-scan = Skanna namnskylt
door-scan-stop = Sluta skanna
door-scan-looking = Håll kameran över koden på namnskylten.
door-scan-refused = Vi fick inte använda kameran. Skriv in koden i stället.
door-search-submit = Sök
door-everybody = Visa alla vi väntar på
door-found = Sökträffar
door-found-nobody = Vi hittade ingen. Kontrollera stavningen, eller sök på en del av namnet.
door-still-expected = Har inte kommit ännu
door-nobody = Vi väntar inte på någon.
door-more = Det finns fler än vi visar här. Sök för att hitta dem.
door-last = Senast hanterad
door-came = Har kommit
door-noted = Registrerat { $when }.
door-noted-by-you = Registrerat { $when } av dig.
door-noted-by-other = Registrerat { $when } av någon annan i dörren.
door-note = Har kommit
door-take-back = Ångra: har inte kommit
door-no-pictures = Ingen fotografering
door-offered = Har erbjudits en plats, och den är reserverad till { $when }. Du kan tacka ja åt personen.
door-let-in = Tacka ja till platsen och släpp in
door-not-chosen = Har inte valt det här passet. Det finns en ledig plats.
door-give-place = Ge plats och släpp in
door-waits = Väntelista
door-wait-position = Nummer { $n } på väntelistan. Ingen går före i kön vid dörren; den som får en plats får e-post.
door-wait-session = Står på väntelista och har ingen plats här nu.
door-is-anew = Avanmäld
door-then-anew = Har anmält sig av. Om det finns en ledig plats kan du anmäla personen på nytt med ”Kommer utan anmälan”.
door-is-online = Digitalt
door-then-online = Har en digital plats, inte en plats i salen.
door-is-full = Fullt
door-then-full = Har inte valt det här passet, och alla platser är upptagna.
door-walk-in = Kommer utan anmälan
door-walk-in-then = Vi anmäler personen och registrerar närvaron om det finns en ledig plats. Bekräftelse och länk till den egna sidan kommer med e-post.
door-walk-in-submit = Anmäl och släpp in
door-problems = Rätta detta för att kunna anmäla:
door-full = Det finns inga lediga platser
door-full-text = Alla platser är upptagna eller reserverade för någon som står i kö. Vi har inte anmält någon.
door-doors = Dörrar
door-of-event = Hela evenemanget
door-audited = Vi noterar vem som ser på listan och registrerar närvaro, och när.
door-away = Du saknar uppkoppling. Håll sidan öppen: det du registrerar skickas när du är uppkopplad igen.
door-away-sent = Du är uppkopplad igen och allt har skickats.
door-away-needs = Det här kräver uppkoppling. Försök igen när du är uppkopplad.
door-away-out = Du är utloggad eller har inte längre behörighet. Ladda om sidan och logga in, så skickas det som väntar.
door-away-marks = Väntar på att skickas
door-away-undo = Ångra
door-away-waits = Väntar på att skickas.
door-away-nobody = Vi hittade ingen i listan som telefonen har nu. Personen kan ha avanmält sig, stå på väntelista eller delta på nätet.
door-away-badge = Namnskylt
door-away-theirs = På den här telefonen väntar också registreringar från någon annan som har varit inloggad: { $n }. De skickas när den personen loggar in här och öppnar dörren.
door-away-refused = Inte registrerat som du gjorde
door-away-somebody = En person som du registrerade
door-away-look = Visa personen
door-away-already = Var redan registrerad, till exempel vid en annan dörr.
door-away-anew = Har avanmält sig.
door-away-wait = Står på väntelista och har ingen plats här.
door-away-online = Har plats på nätet, inte i salen.
door-away-give-place = Har inte valt det här passet. Sök upp personen för att ge en plats.
door-away-full = Har inte valt det här passet, och alla platser är tagna.
door-away-let-in = Har erbjudits en plats. Sök upp personen för att ta emot platsen.
door-away-unknown = Finns inte längre i listan.
door-away-seen = Okej
door-said-already = Det är redan registrerat.
door-said-no-place = Personen har ingen plats här, så närvaron är inte registrerad.
door-said-full = Den sista platsen togs nyss. Närvaron är inte registrerad.
door-said-clash = Personen har valt något annat vid samma tid. Närvaron är inte registrerad.
door-said-offer-lapsed = Erbjudandet om plats gäller inte längre. Närvaron är inte registrerad.
door-said-over = Evenemanget är över eller inställt.

# The numbers of an event.
reg-numbers-title = Anmälan i siffror
reg-numbers-link = Se anmälan i siffror och diagram
reg-numbers-csv = Ladda ner siffrorna (CSV)
reg-numbers-file = siffror
reg-numbers-chart = Diagram: { $what }. Tabellen visar samma sak.
reg-numbers-few = färre än { $n }
reg-numbers-hidden = Små tal står som ”färre än { $n }”, så att de inte avslöjar vem det gäller.
reg-numbers-now = Nu
reg-numbers-time = Anmälan över tid
reg-numbers-day = Dag
reg-numbers-signed-up = Anmälde sig
reg-numbers-withdrew = Anmälde sig av
reg-numbers-held = Anmälda vid dagens slut, med väntelista
reg-numbers-changes = Anmälda och avanmälda
reg-numbers-up = Uppåt: anmälde sig, högst { $n }
reg-numbers-down = Nedåt: anmälde sig av, högst { $n }
reg-numbers-held-most = Anmälda totalt, högst { $n }
reg-numbers-days-each = Varje stapel står för { $n } dagar.
reg-numbers-nobody = Ingen har anmält sig ännu.
reg-numbers-places = Platser
reg-numbers-place = Plats i
reg-numbers-capacity = Platser
reg-numbers-taken = Upptagna
reg-numbers-taken-of = { $taken } av { $capacity }
reg-numbers-left = Lediga
reg-numbers-waiting = Väntar
reg-numbers-endless = obegränsat
reg-numbers-places-key = Konturen visar platserna, det fyllda visar de upptagna.
reg-numbers-drawn = Diagrammet visar de { $n } översta raderna i tabellen.
reg-numbers-with-place = { $n ->
    [one] Siffrorna nedan gäller den enda som har plats.
   *[other] Siffrorna nedan gäller de { $n } som har plats.
}
reg-numbers-of-attendance = Närvaro
reg-numbers-of-form = Deltagande
reg-numbers-of-language = Språk
reg-numbers-of-municipality = Kommun
reg-numbers-of-county = Län
reg-numbers-of-reply = Svar i kalendern, från alla anmälda
reg-numbers-reply-accepted = Ja
reg-numbers-reply-tentative = Kanske
reg-numbers-reply-declined = Nej
reg-numbers-reply-delegated = Skickar någon annan
reg-numbers-reply-proposed = Föreslår en annan tid
reg-numbers-letters = Antal brev: planerade, skickade, överhoppade och inte framkomna
reg-numbers-of-invitation = Personliga inbjudningar
reg-numbers-invited = Inbjudna
reg-numbers-invited-all = Inbjudna totalt: { $n }. Inbjudningar som har dragits tillbaka är inte med.
reg-numbers-of-answer = Svar
reg-numbers-line = Grupp
reg-numbers-people = Har plats
reg-numbers-came = Kom
reg-numbers-came-not = Kom inte
reg-numbers-came-key = Konturen visar de som har plats, det fyllda visar de som kom.
reg-numbers-form-in_person = På plats
reg-numbers-form-online = Digitalt
reg-numbers-unanswered = Inget svar, eller så är svaret raderat
reg-numbers-table = Tabell
reg-numbers-what = Vad
reg-numbers-number = Antal

# Badges and table signs.
badge-title = Namnskyltar och bordsskyltar
badge-print = Skriv ut namnskylt
badge-for-one = För
badge-for-many = { $n ->
    [one] Skyltar till { $n } person som har plats.
   *[other] Skyltar till { $n } personer som har plats.
}
badge-text = På namnskyltarna står namn, roll, organisation och en kod som kan skannas eller skrivas in vid dörren. Koden säger inget om personen. Skriv ut på A4 utan skalning och klipp efter markeringarna, tio på varje ark. Bordsskyltarna viks på mitten.
badge-take-badges = Ladda ner namnskyltar (PDF)
badge-take-signs = Ladda ner bordsskyltar (PDF)
badge-take-blank = Ladda ner ett ark med tomma namnskyltar (PDF)
badge-nobody = Ingen i urvalet har plats. Välj fler i listan.
badge-again = Ny skylt
badge-badges = Namnskyltar
badge-badges-file = namnskyltar
badge-signs = Bordsskyltar
badge-signs-file = bordsskyltar
badge-code = QR-kod
reg-insight-did-badges = Hämtade ut namnskyltar eller bordsskyltar
reg-insight-did-archive = Laddade ner arkivpaketet
reg-insight-why-organiser = Personen bad er radera
reg-archive-title = Arkivpaket
reg-archive-link = Ladda ner arkivpaketet
reg-archive-reminder = Alla uppgifter om deltagarna raderas { $date }.
reg-archive-lead = Paketet är en ZIP-fil som ni kan lägga i ärende- och arkivsystemet innan uppgifterna om deltagarna gallras. Det innehåller:
reg-archive-has-event = evenemanget så som det kungjordes, som webbsida (HTML) och som data (JSON)
reg-archive-has-form = frågorna i anmälan, utan svar
reg-archive-has-numbers = siffror för anmälan och närvaro (CSV), där små tal är dolda
reg-archive-has-erased = kvitton på det som har raderats (CSV)
reg-archive-has-manifest = en lista över filerna med SHA-256, enligt standarden BagIt (RFC 8493)
reg-archive-has-programme = versionerna av programmet så som de publicerades, utan namn på talare (CSV och JSON)
reg-archive-programme = Programmet
reg-archive-programme-version = Version
reg-archive-programme-released = Publicerad
reg-archive-programme-what = Vad
reg-archive-programme-session = Programpunkt
reg-archive-programme-start = Start
reg-archive-programme-end = Slut
reg-archive-programme-room = Rum
reg-archive-programme-added = Ny
reg-archive-programme-moved = Flyttad
reg-archive-programme-removed = Borttagen
reg-archive-programme-edited = Ändrad
reg-archive-without = Svar om mat, tillgänglighet och annat som är känsligt är aldrig med.
reg-archive-ahead = Vad som raderas när
reg-archive-goes-unplaced = Allt om dem som inte fick plats eller avanmälde sig
reg-archive-goes-everybody = Allt om alla deltagare. Siffrorna finns kvar.
reg-archive-all-gone = Det finns inget mer att radera, eller så är tidsgränsen inte känd ännu.
reg-archive-take = Ladda ner
reg-archive-people = { $n ->
    [one] Ta med listan över deltagare ({ $n } person)
   *[other] Ta med listan över deltagare ({ $n } personer)
  }
reg-archive-people-hint = Bara när listan måste bevaras. I arkivet raderas den inte av oss.
reg-archive-why = Vad ska paketet användas till?
reg-archive-why-hint = Till exempel arkivering i ärende 26/123. Vi noterar vem som laddar ner, när och varför.
reg-archive-download = Ladda ner paketet (ZIP)
reg-archive-organiser = Arrangör
reg-archive-when = Tid
reg-archive-where = Plats
reg-archive-price = Pris
reg-archive-state = Status
reg-archive-cancelled = Inställt
reg-archive-choices = Vad man kunde välja
reg-archive-questions = Frågor i anmälan
reg-asked-title = Uppgifter om en person
reg-asked-lead = När någon vill veta vad ni har om dem, eller vill få det raderat, hittar du det här. Du ser bara det som hör till organisationens evenemang och serier. Kontrollera först att den som frågar är den person det gäller.
reg-asked-email = Personens e-postadress
reg-asked-email-wrong = Skriv personens e-postadress, till exempel kari@kommun.se
reg-asked-often = Du har frågat många gånger den senaste timmen. Försök igen senare.
reg-asked-why = Varför frågar du?
reg-asked-why-hint = Till exempel begäran om registerutdrag, ärende 26/123. Skriv inte namn eller adress här. Vi noterar vem som frågar, när och varför, men inte vem det gäller.
reg-asked-why-missing = Skriv varför du frågar, till exempel begäran om registerutdrag, ärende 26/123
reg-asked-find = Hitta uppgifter
reg-asked-held = Det ni har
reg-asked-about = E-postadress:
reg-asked-nothing = Ni har inga anmälningar från den här adressen.
reg-asked-is-admitted = anmäld
reg-asked-is-waiting = väntar på plats
reg-asked-is-offered = har erbjudande om plats
reg-asked-is-withdrawn = avanmäld
reg-asked-is-following = följer serien
reg-asked-is-invited = är inbjuden
reg-asked-since = sedan
reg-asked-take = Ladda ner allt som fil (JSON)
reg-asked-erase-title = Radera allt om personen
reg-asked-erase-text = Personen avanmäls från det som kommer, och platserna går till nästa i kön. Anmälningar, svar, anteckningar, brev och kalendersvar raderas. Detsamma gäller förslag, presentation som talare och länkar för att agera för en delegation. Programmet visar inte längre namnet. Siffrorna finns kvar. Det går inte att ångra.
reg-asked-erase-not = Kontaktpersoner i ett nätverk står i medlemslistan och måste ändras där. Konton för arrangörer finns under
reg-asked-accounts = vilka som har åtkomst
reg-asked-sure = Ja, radera allt om den här personen
reg-asked-sure-missing = Kryssa för att allt om personen ska raderas
reg-asked-erase = Radera allt
reg-asked-done = Uppgifterna är raderade. Andra delar av tjänsten raderar sitt inom kort.
reg-asked-log = Det som har gjorts tidigare
reg-asked-log-lead = Här står vem som har frågat och vad som gjordes, men inte vem det gällde.
reg-asked-log-caption = De senaste posterna, den nyaste först
reg-asked-log-empty = Ingen har frågat ännu.
reg-asked-sign-ups = Anmälningar och inbjudningar
reg-asked-series = Serier
reg-asked-elsewhere = Annat som raderats
reg-asked-did-found = Såg vad som finns
reg-asked-did-taken = Laddade ner allt
reg-asked-did-erased = Raderade allt

# Personal invitations.
reg-by-invitation = Evenemanget är bara för inbjudna
reg-by-invitation-text = De som är inbjudna anmäler sig med länken i sin inbjudan. En länk kan användas en gång. Fråga arrangören om du borde ha fått en inbjudan.
reg-invited-form = Du är inbjuden. Namnet och adressen är ifyllda åt dig, och du kan rätta dem. Inbjudan gäller en person.
reg-invited-decline-link = Kan du inte komma?
reg-invited-decline = Kan du inte komma?
reg-invited-decline-text = Säg till, så vet arrangören det, och vi påminner dig inte om inbjudan.
reg-invited-decline-submit = Tacka nej till inbjudan
reg-invited-reason = Varför inte?
reg-invited-reason-hint = Det du skriver ser arrangören. Skriv inte om hälsa eller annat som är privat.
reg-invited-reason-long = Skriv högst { $n } tecken
reg-invited-forget = Radera också mitt namn och min e-postadress
reg-invited-forget-hint = Då ser arrangören bara att en har tackat nej, och länken i brevet fungerar inte längre.
reg-invited-to-form = Jag vill anmäla mig ändå
reg-invited-declined = Tack för svaret
reg-invited-declined-text = Arrangören vet nu att du inte kan komma.
reg-invited-again = Passar det ändå? Anmäl dig
reg-invited-used = Inbjudan är använd
reg-invited-used-text = Någon har anmält sig med den här inbjudan. Är det du fick du ett brev med en länk till din sida. Där kan du ändra och avanmäla dig.
reg-invited-own-page = Skicka länken till min sida
reg-invited-gone = Inbjudan gäller inte längre
reg-invited-gone-text = Antingen har inbjudan dragits tillbaka, eller så är inte hela länken med. Fråga arrangören om du undrar något.
reg-invitations-title = Inbjudningar
reg-invitations-link = Personliga inbjudningar
reg-invitations-lead = Var och en som ni bjuder in får ett brev med en egen länk till formuläret. Brevet går inte förrän ni skickar det. Vi följer inte upp vem som öppnar brevet eller formuläret.
reg-invitations-wording = Se brevet och skriv det med egna ord
reg-invitations-over = Anmälan är inte öppen, så ingen kan bjudas in eller påminnas nu.
reg-invitations-going = Brev på väg ut: { $n }. De går iväg av sig själva, även om ni stänger sidan.
reg-invitations-missed = Påminnelsen som skulle gå { $when } skickades inte, eftersom anmälan inte var öppen då.
reg-invitations-none = Ni har inte bjudit in någon än.
reg-invitations-send = Skicka inbjudningar ({ $n })
reg-invitations-remind = Påminn dem som inte har svarat ({ $n })
reg-invitations-held = Inte skickade
reg-invitations-signed-up = Anmälda
reg-invitations-declined = Har tackat nej
reg-invitations-signed-off = Har avanmält sig
reg-invitations-silent = Har inte svarat
reg-invitations-unreachable = Brevet kom inte fram
reg-invitations-taken-back = Tillbakadragna
reg-invitations-is-held = Väntar på att skickas
reg-invitations-is-signed-up = Anmäld
reg-invitations-is-declined = Har tackat nej
reg-invitations-is-signed-off = Har avanmält sig
reg-invitations-is-silent = Har inte svarat
reg-invitations-is-unreachable = Brevet kom inte fram
reg-invitations-is-taken-back = Tillbakadragen
reg-invitations-found = Inbjudna: { $n }
reg-invitations-sent = Skickat
reg-invitations-reminded = Påmind
reg-invitations-act = Åtgärd
reg-invitations-take-back = Dra tillbaka
reg-invitations-day-title = Påminn automatiskt
reg-invitations-day-text = De som inte har svarat den dagen får ett brev klockan 9. Ingen påminns mer än en gång, och aldrig de som har svarat.
reg-invitations-day = Dag för påminnelse
reg-invitations-day-save = Spara dagen
reg-invitations-day-set = De som inte har svarat påminns { $when }.
reg-invitations-day-clear = Påminn ingen automatiskt
reg-invitations-day-wrong = Skriv en dag som finns
reg-invitations-day-past = Välj en dag som inte har varit
reg-invitations-day-late = Välj en dag innan anmälan stänger
reg-invitations-done-held = De är uppskrivna och får inget brev förrän ni skickar inbjudningarna.
reg-invitations-done-sent = Inbjudningarna är skickade.
reg-invitations-done-reminded = Påminnelserna är skickade.
reg-invitations-done-taken-back = Inbjudan är tillbakadragen. Länken i brevet fungerar inte längre.
reg-invitations-done-otherwise = Inbjudan kunde inte dras tillbaka. Kanske har personen anmält sig under tiden.
reg-invitations-done-day = Dagen är sparad.
reg-invitations-done-no-day = Ingen påminns automatiskt.
reg-invitations-done-nobody = Det fanns ingen att skriva till.
reg-going-send = Skicka inbjudningarna
reg-going-send-text = De här får var sitt brev med en länk som bara är deras.
reg-going-send-submit = Skicka till { $n }
reg-going-minn = Påminn dem som inte har svarat
reg-going-minn-text = De här har fått inbjudan och inte svarat. De får ett brev till, och inga fler.
reg-going-minn-submit = Skicka påminnelse till { $n }
reg-going-look = Se hur brevet blir
reg-going-nobody = Det finns ingen att skriva till nu.
reg-invite-title = Bjud in fler
reg-invite-text = Bjud bara in personer som ni har skäl att skriva till. I brevet står det vem som har skrivit upp dem. 30 dagar efter evenemanget raderas namn och adresser.
reg-invite-people = Vilka vill ni bjuda in?
reg-invite-people-hint = En på varje rad: namn <adress>, organisation, språk. Bara adressen måste vara med. Ni kan också klistra in från ett kalkylark.
reg-invite-language = Språket i brevet när raden inte säger det
reg-invite-look = Se vad det blir
reg-invite-preview = Vad det blir
reg-invite-lines = Det som blir av varje rad
reg-invite-then = De skrivs upp. Ingen får brev förrän ni skickar inbjudningarna.
reg-invite-hold = Skriv upp { $n }
reg-invite-nobody = Skriv minst en adress
reg-invite-too-many = Skriv upp högst { $n } åt gången
reg-invite-full = Det kan inte vara fler än { $n } inbjudna till ett evenemang
reg-invite-file-title = Eller hämta dem från en fil
reg-invite-file = Fil med dem ni vill bjuda in
reg-invite-file-hint = Excel eller CSV med en person på varje rad. Ni ser vad det blir innan någon skrivs upp.
reg-invite-fate-invited = Bjuds in
reg-invite-fate-anew = Bjuds in på nytt
reg-invite-fate-before = Är redan inbjuden
reg-invite-fate-signed-up = Är redan anmäld
reg-invite-fate-twice = Står längre upp också
reg-invite-fate-wrong = Kan inte bjudas in så
reg-invite-count-invited = Bjuds in: { $n }
reg-invite-count-anew = Bjuds in på nytt: { $n }
reg-invite-count-before = Är redan inbjudna: { $n }
reg-invite-count-signed-up = Är redan anmälda: { $n }
reg-invite-count-twice = Står två gånger: { $n }
reg-invite-count-wrong = Kan inte bjudas in som de står: { $n }
reg-insight-did-invitations = Såg de inbjudna
reg-insight-did-invited = Skrev upp personer som ska bjudas in
reg-insight-did-invitations_sent = Skickade inbjudningar
reg-insight-did-invitations_reminded = Påminde inbjudna som inte hade svarat
reg-insight-did-invitation_taken_back = Drog tillbaka en inbjudan
reg-insight-why-invited = Var inbjuden, och evenemanget är länge sedan
