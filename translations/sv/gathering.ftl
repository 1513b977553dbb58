# Sidor om träffar: den öppna sidan, delegationens sida och arrangörens sida.

# Den öppna sidan
gathering-when = När
gathering-where = Var
gathering-online = Digitalt
gathering-network = Nätverk
gathering-network-follow = Anmäl mig till alla träffar
gathering-network-follow-text = Anmäl dig en gång, så är du med på alla träffar för hela nätverket, också dem som kommer senare, så långt platserna räcker. Medlemmarna har kvar de platser som är reserverade för dem. Passar det inte en gång säger du ”inte den här gången” med ett tryck.
gathering-network-ahead = Kommande träffar
gathering-network-past = Tidigare träffar
gathering-network-none = Inga träffar är bestämda än.
gathering-network-one = Anmäl mig bara till den här träffen
gathering-price = Pris
gathering-organisers = { $count ->
    [one] Arrangör
   *[other] Arrangörer
}
gathering-deadline = Sista anmälningsdag
gathering-about = Om träffen
gathering-choices = När du anmäler dig kan du också välja
gathering-questions = Frågor?
gathering-ask = Fråga { $name }:
gathering-members = Medlemmar i nätverket
gathering-members-text = Varje medlem har platser som är reserverade. Kontaktpersonen har fått en länk där deltagarna anmäls.
gathering-members-release = Platser utan namn blir lediga för alla { $date }.
gathering-sign-up = Anmäl mig
gathering-wait = Sätt mig på väntelistan
gathering-places-left = { $count ->
    [one] 1 ledig plats
   *[other] { $count } lediga platser
}
gathering-full = Träffen är fullbokad.
gathering-full-with-list = { $waiting ->
    [0] Träffen är fullbokad, men du kan ställa dig på väntelistan.
    [one] Träffen är fullbokad, men du kan ställa dig på väntelistan. Där står 1 nu.
   *[other] Träffen är fullbokad, men du kan ställa dig på väntelistan. Där står { $waiting } nu.
}
gathering-early = Anmälan öppnar { $when }.
gathering-closed = Anmälan är stängd. Fråga arrangören om det finns plats.
gathering-now = Träffen pågår och anmälan är stängd.
gathering-over = Träffen är över.
gathering-cancelled = Träffen är inställd.
gathering-calendar = Lägg till i kalendern
gathering-to-page = Till sidan om träffen

# Roller och språk
gathering-role = Roll
gathering-role-elected = Förtroendevald
gathering-role-leadership = Ledning
gathering-role-professional = Sakkunnig
gathering-role-other = Övriga
gathering-language = Språk i breven

# Delegationens sida
gathering-delegation-title = Delegationen från { $member }
gathering-delegation-over = Träffen pågår eller är över, eller så är den inställd. Här kan inget ändras längre.
gathering-delegation-declined = Ni har tackat nej. Kontakta arrangören om ni vill delta ändå.
gathering-delegation-complete = Alla era platser har namn. Tack!
gathering-delegation-left = { $left ->
    [one] 1 av { $seats } platser har inget namn än.
   *[other] { $left } av { $seats } platser har inget namn än.
}
gathering-delegation-before = Anmäl dem som ska delta senast { $when }.
gathering-delegation-release = Platser utan namn blir lediga för alla { $date }.
gathering-refused = Dessa fick inte plats. Anmäl någon annan, eller kontakta arrangören:
gathering-people = De som ska delta
gathering-people-none = Ingen är anmäld än.
gathering-people-private = Varje deltagare får ett eget brev och svarar själv på frågor om mat och anpassning. De svaren ser inte ni.
gathering-history = Tidigare namn
gathering-seat-named = Vi anmäler
gathering-seat-invited = Har fått brev
gathering-seat-answered = Har svarat
gathering-seat-left = Avanmäld
gathering-seat-full = Fick inte plats: fullt
gathering-seat-elsewhere = Fick inte platsen: kontakta arrangören
gathering-seat-too-late = Fick inte plats: för sent
gathering-replace = Byt ut
gathering-clear = Avanmäl
gathering-mix = Vilka som bör vara med
gathering-mix-advice = Vi rekommenderar att delegationen är sammansatt så här:
gathering-mix-duty = Delegationen måste vara sammansatt så här:
gathering-mix-named = { $named } med namn
gathering-mix-most = högst { $most }
gathering-mix-lacks = Saknar { $lacks }
gathering-name-heading = Anmäl en deltagare
gathering-name-text = Fyll i det ni vet nu, en person i taget. Resten kan ni anmäla senare.
gathering-replace-heading = Byt ut { $name }
gathering-replace-text = Den som byts ut får brev om att platsen har lämnats över. Den nya får en inbjudan.
gathering-replace-not = Byt inte ut ändå
gathering-name = Namn
gathering-email = E-post
gathering-name-send = Anmäl
gathering-name-missing = Skriv namnet
gathering-email-wrong = E-postadressen måste innehålla @, till exempel kari@kommun.se
gathering-role-missing = Välj en roll
gathering-no-seat-full = Alla platser har namn. Be om fler, eller byt ut någon.
gathering-no-seat-role = Det finns inte fler platser i den rollen. Välj en annan roll.
gathering-no-seat-kept = Platserna som är kvar är reserverade för { $role }.
gathering-no-seat-twice = Den här adressen är redan anmäld hos er.
gathering-no-seat-declined = Ni har tackat nej.
gathering-no-seat-late = Det är för sent att ändra något här.
gathering-no-such-seat = Personen är redan avanmäld.
gathering-released = Platserna utan namn är lediga för alla nu. Fler kan anmäla sig på den öppna sidan.
gathering-extra-heading = Behöver ni fler platser?
gathering-extra = Hur många fler?
gathering-extra-hint = Från 1 till { $most }. Arrangören svarar.
gathering-extra-reason = Varför?
gathering-extra-send = Be om fler platser
gathering-extra-wrong = Skriv ett tillåtet antal
gathering-extra-asked = { $seats ->
    [one] Ni har bett om 1 plats till. Arrangören har inte svarat än.
   *[other] Ni har bett om { $seats } platser till. Arrangören har inte svarat än.
}
gathering-holders = De som kan anmäla
gathering-holder-contact = kontaktperson
gathering-holder-deputy = ersättare
gathering-holder-you = du
gathering-deputy-text = Ge inte din länk vidare: den är bara till dig. Ska någon annan hjälpa till får de en egen länk härifrån.
gathering-deputy-name = Ersättarens namn
gathering-deputy-email = Ersättarens e-post
gathering-deputy-send = Skicka länk
gathering-deputy-not = Den här adressen har redan en länk, eller så har ni så många ersättare som är tillåtet.
gathering-deputy-remove = Ta tillbaka länken
gathering-decline-heading = Kan ni inte delta?
gathering-decline-text = Tackar ni nej avanmäls alla som är anmälda, och platserna blir lediga för andra.
gathering-decline-box = Ja, vi tackar nej
gathering-decline-sure = Kryssa för att ni tackar nej
gathering-decline-send = Tacka nej
gathering-done-namn = Vi anmäler personen, som får brev. Går det inte ser ni det här.
gathering-done-bytt = Vi byter ut personen. Båda får brev. Går det inte ser ni det här.
gathering-done-meld-av = Personen är avanmäld och får brev.
gathering-done-fleire = Arrangören har fått frågan om fler platser.
gathering-done-vara = Ersättaren får sin länk med e-post.
gathering-done-vara-bort = Länken är återtagen och fungerar inte längre.
gathering-done-avslag = Ni har tackat nej. Tack för att ni hörde av er.
gathering-link-unknown = Länken fungerar inte
gathering-link-unknown-text = Den kan vara fel eller utbytt, eller så är träffen över. Använd länken i det senaste brevet ni fick, eller fråga arrangören.

# Till arrangören
gathering-missing-title = Vilka saknas?
gathering-missing-nobody = Ingen här.
gathering-organiser-back = Evenemang
gathering-organiser-sign-ups = Anmälningar
gathering-organiser-letters = Brev
gathering-organiser-public = Öppen sida
gathering-answer-before = Namn senast
gathering-release = Platser utan namn blir lediga
gathering-release-done = gjort
gathering-seats = Platser
gathering-seats-named = { $named } av { $seats } har namn
gathering-standings = Var medlemmarna står
gathering-standing = Status
gathering-standing-not_invited = Inte inbjudna
gathering-standing-invited = Inbjudna
gathering-standing-opened = Har öppnat länken
gathering-standing-partly_named = Några namn
gathering-standing-complete = Alla namn
gathering-not-member = Inte medlem den dagen
gathering-standing-declined = Har tackat nej
gathering-invite = { $count ->
    [one] Bjud in 1 medlem
   *[other] Bjud in { $count } medlemmar
}
gathering-remind = { $count ->
    [one] Påminn om namn: 1 medlem
   *[other] Påminn om namn: { $count } medlemmar
}
gathering-member = Medlem
gathering-municipalities = Kommuner
gathering-contact = Kontaktperson
gathering-contact-none = Ingen kontakt
gathering-written = Inbjuden
gathering-reminded = påmind { $date }
gathering-act = Gör något
gathering-extra-wanted = { $seats ->
    [one] Vill ha 1 plats till
   *[other] Vill ha { $seats } platser till
}
gathering-grant = Ge platserna
gathering-renew = Skicka ny länk
gathering-decline-for = Tacka nej för dem
gathering-decline-for-heading = Tacka nej för { $member }?
gathering-decline-for-text = { $named ->
    [0] Ingen är anmäld därifrån. Platserna blir lediga för andra.
    [one] 1 person som är anmäld avanmäls och får brev, och platserna blir lediga för andra.
   *[other] { $named } personer som är anmälda avanmäls och får brev, och platserna blir lediga för andra.
}
gathering-decline-for-sure = Ja, tacka nej för dem
gathering-decline-for-not = Tacka inte nej ändå
gathering-come-for = De kommer ändå
gathering-acted-innbydd = { $count ->
    [one] 1 medlem får inbjudan.
   *[other] { $count } medlemmar får inbjudan.
}
gathering-acted-purra = { $count ->
    [one] 1 medlem får påminnelse.
   *[other] { $count } medlemmar får påminnelse.
}
gathering-acted-avslag = { $count ->
    [one] Medlemmen är avanmäld.
   *[other] { $count } medlemmar är avanmälda.
}
gathering-acted-likevel = Medlemmen är med igen, med de platser som är lediga. De som var anmälda måste anmälas på nytt.
gathering-acted-fleire = { $count ->
    [one] 1 plats till har getts.
   *[other] { $count } platser till har getts.
}
gathering-acted-lenkje = Kontaktpersonen får en ny länk. Den gamla fungerar inte längre.
gathering-members-download = Ladda ner medlemmarna som CSV

# Vilka deltog
gathering-coverage-title = Vilka deltog
gathering-coverage-from = Från och med
gathering-coverage-to = Till och med
gathering-coverage-date-wrong = Skriv ett datum, till exempel 2027-04-27
gathering-coverage-phase = Programfas
gathering-coverage-phase-any = Alla faser
gathering-coverage-gathering = Träff
gathering-coverage-gathering-any = Alla träffar som har varit
gathering-coverage-show = Visa
gathering-coverage-nothing = Inga träffar har varit under denna tid.
gathering-coverage-whole = Totalt
gathering-coverage-took-of = { $took } av { $of }
gathering-coverage-own = { $count ->
    [one] Från 1 av dem vet vi att någon kom därifrån.
   *[other] Från { $count } av dem vet vi att någon kom därifrån.
}
gathering-coverage-people = Deltagare
gathering-coverage-others-are = { $count ->
    [one] varav 1 utan delegation
   *[other] varav { $count } utan delegation
}
gathering-coverage-counted = Den som hade plats när träffen började räknas som anmäld. Har man noterat vilka som kom räknas bara de. Medlemmarna är de som var i nätverket den dag då träffen var, och kommuner visas som de är efter sammanslagningar. Siffrorna står kvar när namnen är raderade.
gathering-coverage-xlsx = Ladda ner allt som Excelfil
gathering-coverage-csv = Ladda ner som CSV: { $table }
gathering-coverage-file-samlingar = träffar
gathering-coverage-file-medlemmer = medlemmar
gathering-coverage-file-kommunar = kommuner
gathering-coverage-file-fylke = fylken
gathering-coverage-gatherings = Träffar
gathering-coverage-members = Medlemmar
gathering-coverage-counties = Fylken
gathering-coverage-date = Datum
gathering-coverage-basis = Underlag
gathering-coverage-came = Kom
gathering-coverage-signed_up = Anmälda
gathering-coverage-so_far = Anmälda hittills
gathering-coverage-first = Första gången
gathering-coverage-again = Igen
gathering-coverage-absent = Inte med
gathering-coverage-all = Totalt
gathering-coverage-others = Utan delegation
gathering-coverage-by-role = Deltagare efter roll
gathering-coverage-by-gathering = Medlemmar som deltog, efter träff
gathering-coverage-since = { $first } första gången, { $again } igen
gathering-coverage-key = Den andra figuren visar medlemmar: öppen del är första gången, fylld del är igen.
gathering-coverage-map = Karta över fylkena
gathering-coverage-map-text = Varje fylke är en ruta med hur många av kommunerna i nätverket som deltog. Tabellen nedanför säger samma sak.
gathering-coverage-map-key = Siffrorna är kommuner i nätverket som deltog, av alla som nätverket har i fylket. Fylld ruta: alla. Svagt fylld ruta: några. Öppen ruta: ingen. Streckad ruta: ingen medlem där.
gathering-coverage-outside = Inga medlemmar
gathering-coverage-of-no-county = { $count ->
    [one] 1 deltagare är från en region i flera fylken, och vi vet inte vilket.
   *[other] { $count } deltagare är från regioner i flera fylken, och vi vet inte vilket.
}
gathering-coverage-member = Medlem
gathering-coverage-municipality = Kommun
gathering-coverage-county = Fylke
gathering-coverage-number = Nummer
gathering-coverage-participation = Deltagande
gathering-coverage-took = Träffar med
gathering-coverage-of = Träffar totalt
gathering-coverage-municipalities = Kommuner
gathering-coverage-municipalities-took = Kommuner med
gathering-coverage-with-region = En kommun är med när regionen är med. Siffrorna för varje roll är dem vi vet kommer från kommunen själv.
gathering-municipality-of = Kommun
gathering-municipality-of-hint = Så att det kan räknas vilka kommuner som var med

# Det som hör till en träff
gathering-material-title = Material
gathering-material-none = Här finns inget ännu.
gathering-material-link-to = Material från träffen
gathering-material-back = Till delegationen
gathering-material-documents = Dokument
gathering-material-indicators = Indikatorer
gathering-material-examples = Goda exempel
gathering-material-kind-document = Dokument
gathering-material-kind-indicator = Indikator
gathering-material-kind-example = Gott exempel
gathering-material-from = källa: { $source }
gathering-material-saved = Ändringen är sparad.
gathering-material-for-all = För alla
gathering-material-for-network = Bara för nätverket
gathering-material-visible = Vem ser det?
gathering-material-remove = Ta bort
gathering-material-new-document = Lägg till ett dokument
gathering-material-new-indicator = Lägg till en indikator
gathering-material-new-example = Lägg till ett gott exempel
gathering-material-title-in = Titel ({ $language })
gathering-material-description-in = Text ({ $language })
gathering-material-file = Fil
gathering-material-file-hint = PDF, Word, Excel, PowerPoint eller OpenDocument, högst 20 MB och utan makron
gathering-material-link = Eller en länk
gathering-material-link-hint = Börjar med https://
gathering-material-value = Värde
gathering-material-unit = Enhet
gathering-material-unit-hint = Till exempel procent eller invånare
gathering-material-source = Källa
gathering-material-send = Lägg till
gathering-material-title-missing = Skriv titeln
gathering-material-long = Texten är för lång. Korta ner den.
gathering-material-nothing = Välj en fil, eller skriv en länk
gathering-material-both = Välj antingen en fil eller en länk
gathering-material-link-wrong = Skriv en adress som börjar med https://
gathering-material-value-missing = Skriv värdet som ett tal, till exempel 12,4
gathering-material-source-missing = Skriv var talet kommer ifrån
gathering-material-municipality-which = Flera kommuner heter så. Skriv fylket också, till exempel Herøy (Nordland)
gathering-material-municipality-wrong = Skriv namnet på en norsk kommun
gathering-material-text-missing = Skriv vad exemplet visar
gathering-material-many = Träffen har så mycket material som är tillåtet. Ta bort något först.
gathering-material-file-large = Filen är större än 20 MB. Gör den mindre, eller använd en länk.
gathering-material-file-unknown = Vi tar inte emot filer av det här slaget. Använd PDF, Word, Excel, PowerPoint eller OpenDocument.
gathering-material-file-misnamed = Filen är något annat än namnet säger. Spara om den i rätt format.
gathering-material-file-script = Filen innehåller makron eller annat som kan köras. Spara den utan, till exempel som PDF.
gathering-material-file-locked = Filen har lösenord. Spara den utan lösenord.
gathering-material-file-damaged = Filen är skadad. Spara om den och försök igen.
# Bord och grupper
gathering-plans = Bord och grupper
gathering-plans-text = Fördela deltagarna på bord till middagen, eller på grupper i en workshop. Ingen får veta något förrän ni säger till.
gathering-plans-people = { $count ->
    [one] 1 person har plats på träffen.
   *[other] { $count } personer har plats på träffen.
}
gathering-plans-none = Det finns inga planer ännu.
gathering-plans-new = Gör en plan
gathering-plan-kind = Vad ska folk delas in i?
gathering-plan-kind-tables = Bord
gathering-plan-kind-groups = Grupper
gathering-plan-kind-missing = Välj bord eller grupper
gathering-plan-name = Planens namn ({ $language })
gathering-plan-name-hint = Till exempel ”Middag” eller ”Workshop om tomma lokaler”. Namnet står i breven.
gathering-plan-name-missing = Skriv vad planen heter
gathering-plan-choice = Vilka gäller planen?
gathering-plan-everybody = Alla som har plats
gathering-plan-chosen = De som har valt { $choice }
gathering-plan-size = Hur många kan vara tillsammans, högst?
gathering-plan-size-wrong = Skriv hur många som kan vara tillsammans, från 1 till 100
gathering-plan-tables = Hur många bord eller grupper?
gathering-plan-tables-hint = Lämna fältet tomt för så få som det går.
gathering-plan-tables-wrong = Skriv ett tal från 1 till 300, eller lämna fältet tomt
gathering-plan-mixing = De som kommer från samma medlem
gathering-plan-mixing-spread = Sprids, så att de möter andra
gathering-plan-mixing-together = Är tillsammans
gathering-plan-of-member = Högst så många från samma medlem
gathering-plan-of-county = Högst så många från samma län
gathering-plan-most-hint = Gäller när folk sprids. Lämna fältet tomt om det inte finns någon gräns.
gathering-plan-most-wrong = Skriv ett tal från 1 till 100, eller lämna fältet tomt
gathering-plan-elected = Minst en förtroendevald på varje ställe, så långt det går
gathering-plan-heirs = Den som medlemmen skickar i stället för någon får samma plats
gathering-plan-make = Gör planen
gathering-plan-table-tables = Bord { $number }
gathering-plan-table-groups = Grupp { $number }
gathering-plan-none-tables = Har inget bord
gathering-plan-none-groups = Är inte i någon grupp
gathering-plan-count-tables = { $count } bord
gathering-plan-count-groups = { $count ->
    [one] 1 grupp
   *[other] { $count } grupper
}
gathering-plan-seated = { $seated } av { $people } är fördelade
gathering-plan-full-size = { $seated } av { $size }
gathering-plan-nobody = Ingen är fördelad ännu.
gathering-plan-own = Utan delegation
gathering-plan-somebody = En person som inte är med längre
gathering-plan-audited = Vi noterar vem som ser på planen.
gathering-plan-locked = Låst
gathering-plan-not-told = Vet inte om det
gathering-plan-news = Ändrat sedan sist
gathering-plan-news-left = { $name } kommer inte. Platsen är tom.
gathering-plan-news-took = { $name } kommer i stället för någon annan från samma medlem.
gathering-plan-seen = Jag har sett det
gathering-plan-telling = Säg till
gathering-plan-told-never = Ingen har fått veta var de sitter.
gathering-plan-told-at = Senast meddelat { $when }.
gathering-plan-told-all = Alla vet var de sitter.
gathering-plan-untold = { $count ->
    [one] 1 vet inte var de sitter nu.
   *[other] { $count } vet inte var de sitter nu.
}
gathering-plan-tell-text = De får brev. Ändras planen senare får bara de brev som får en annan plats, när ni säger till igen.
gathering-plan-tell = { $count ->
    [one] Säg till 1 person
   *[other] Säg till { $count } personer
}
gathering-plan-newcomers = Inte fördelade
gathering-plan-fill = { $count ->
    [one] Hitta plats åt 1 ny
   *[other] Hitta plats åt { $count } nya
}
gathering-plan-anew = Fördela på nytt
gathering-plan-anew-text = När ni fördelar på nytt kan alla flyttas som inte är låsta. När ni hittar plats åt nya flyttas ingen annan.
gathering-plan-add-tables = Lägg till ett bord
gathering-plan-add-groups = Lägg till en grupp
gathering-plan-drop = Ta bort
gathering-plan-lock = Lås
gathering-plan-unlock = Lås upp
gathering-plan-person = Flytta { $name }
gathering-plan-person-not = Stäng
gathering-plan-move-to = Flytta till
gathering-plan-move = Flytta
gathering-plan-take-off = Ut ur planen
gathering-plan-swap = Byt plats med
gathering-plan-swap-send = Byt
gathering-plan-breach-of_member = Fler från samma medlem än regeln säger
gathering-plan-breach-of_county = Fler från samma län än regeln säger
gathering-plan-breach-no_elected = Inga förtroendevalda
gathering-plan-breach-divided = Någon är skild från sina egna
gathering-plan-change = Ändra namn och regler
gathering-plan-change-text = Ingen flyttas förrän ni fördelar på nytt eller hittar plats åt nya.
gathering-plan-save = Spara
gathering-plan-remove = Ta bort planen
gathering-plan-remove-text = De som har fått veta var de sitter får brev om att det inte gäller längre.
gathering-plan-remove-sure = Ja, planen ska tas bort
gathering-plan-remove-missing = Kryssa för att planen ska tas bort
gathering-plan-print = Skriv ut planen
gathering-plan-cards-tables = Bordskort
gathering-plan-cards-groups = Kort till grupperna
gathering-plan-print-how = Använd utskrift i webbläsaren.
gathering-plan-back = Tillbaka till planen
gathering-plan-by-name = Alla efter namn
gathering-plan-done-laga = Planen är gjord. Se över den innan ni säger till.
gathering-plan-done-flytta = Personen är flyttad.
gathering-plan-done-bytt = De två har bytt plats.
gathering-plan-done-laast = Låst. Ingen flyttas därifrån.
gathering-plan-done-opna = Upplåst.
gathering-plan-done-fylt = { $count ->
    [one] 1 ny har fått plats. Ingen annan är flyttad.
   *[other] { $count } nya har fått plats. Ingen annan är flyttad.
}
gathering-plan-done-nytt = { $count ->
    [0] Alla sitter som förut.
    [one] 1 person är flyttad.
   *[other] { $count } personer är flyttade.
}
gathering-plan-done-bord = Planen är ändrad.
gathering-plan-done-reglar = Ändringarna är sparade. Ingen är flyttad.
gathering-plan-done-sagt = { $count ->
    [0] Alla vet det redan. Ingen får brev.
    [one] 1 person får brev.
   *[other] { $count } personer får brev.
}
gathering-plan-done-sett = Bra.
gathering-plan-done-sletta = Planen är borttagen.
gathering-plan-refused-stale = Planen har ändrats sedan du öppnade sidan, så vi gjorde ingenting. Här är den som den är nu.
gathering-plan-refused-unknown = Personen eller bordet är inte i planen längre.
gathering-plan-refused-full = Det är fullt där. Byt plats med någon i stället.
gathering-plan-refused-locked = Det är låst. Lås upp först.
gathering-plan-refused-not_empty = Det är folk där. Flytta dem först.
