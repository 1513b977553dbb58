# Every letter.
letter-hello = Hej { $name }!
letter-hello-nameless = Hej!
letter-greeting = Hälsningar { $organiser }
letter-when = När:
letter-where = Var:
letter-what = Titel:
letter-online = Digitalt möte
letter-and-online = och digitalt
letter-join = Delta digitalt
letter-chosen = Du har valt:
letter-manage = Ändra din anmälan eller avanmäl dig
letter-only-you = Länken är bara till för dig.
letter-attached = Kalenderfilen är bifogad.
letter-subscribe = Låt din kalender hämta ändringar själv
letter-cannot-come = Kan du ändå inte komma? Säg till så snart du vet, så kan någon annan få platsen.
letter-questions = Har du frågor är det bara att svara på det här mejlet.
letter-before = förut:
letter-waited-for = Du står på väntelistan till:
letter-in-person = Där vi möts
letter-programme-version = Programmet (version { $version })
letter-form = Du deltar:
letter-form-in-person = på plats
letter-form-online = digitalt
letter-moved = Flyttat:
letter-gone = Utgår:
letter-got = Du har fått plats:
letter-settled = Du har fortfarande { $kept }, och inte längre { $released }. De går samtidigt, och tiden för att välja är ute.

letter-confirmation-subject = Du är anmäld: { $event }
letter-confirmation-news = Vad roligt att du vill vara med. Din plats är klar.

letter-waiting-list-subject = Du står på väntelistan: { $event }
letter-waiting-list-news = { $event } är fullt just nu, men du står på väntelistan som nummer { $position }.
letter-waiting-list-wait = Vi hör av oss så fort det finns en plats till dig. Du behöver inte göra något nu, men vänta med att boka resa.
letter-waiting-list-offers = Vi skriver till dig när det finns en plats till dig. Då måste du svara i tid. Vänta med att boka resa.
letter-waiting-list-leave = Vill du inte stå kvar på listan? Avanmäl dig här

letter-received-subject = Vi har tagit emot din anmälan: { $event }
letter-received-news = Tack för din anmälan till { $event }. Arrangören avgör vilka som får plats.
letter-received-next = Du har ingen plats ännu. Vi skriver till dig när det är avgjort. Vänta med att boka resa.
letter-received-see = Se, ändra eller ta tillbaka din anmälan

letter-declined-subject = Svar på din anmälan: { $event }
letter-declined-news = Tack för din anmälan till { $event }. Arrangören kan tyvärr inte ge dig en plats den här gången.
letter-declined-reason = Arrangören skriver:
letter-declined-ask = Har du frågor kan du svara på det här mejlet.


letter-offer-subject = Vill du ha platsen? { $event }
letter-offer-news = Goda nyheter: En plats blev ledig och vi håller den åt dig.
letter-offer-answer = Vill du ha platsen? Svara senast { $deadline }
letter-offer-lapse = Om vi inte hör av dig går platsen till nästa person på listan.

letter-place-subject = Du har fått plats: { $event }
letter-place-news = Goda nyheter: En plats blev ledig och den är din.
letter-place-ready = Platsen är klar, så du behöver inte göra något.
letter-place-leave = Passar det ändå inte, avanmäl dig senast { $deadline } så går platsen till nästa person på listan

letter-reply-subject-unproven = Vill du anmäla avhopp? { $event }
letter-reply-unproven = Vi har fått ett nej till { $event } från en kalender, men kan inte se om det var du som svarade. Därför är ingenting ändrat.
letter-reply-link-unproven = Anmäl avhopp här
letter-reply-subject-too-late = Det är för sent att anmäla avhopp: { $event }
letter-reply-too-late = Vi har fått nej från din kalender till { $event }, men det är för sent att anmäla avhopp. Du står fortfarande som anmäld.
letter-reply-link-too-late = Din anmälan
letter-reply-subject-substitute = Kommer någon annan i stället för dig? { $event }
letter-reply-substitute = I din kalender har det svarats att någon annan kommer till { $event }. Platsen är fortfarande din.
letter-reply-link-substitute = Säg vem som ska få platsen
letter-reply-subject-signed-off = Du är inte anmäld: { $event }
letter-reply-signed-off = Du har svarat ja till { $event } i din kalender, men din anmälan är återtagen. Ett svar i kalendern anmäler dig inte på nytt.
letter-reply-link-signed-off = Anmäl dig igen
letter-reply-subject-invitation = Din inbjudan: { $event }
letter-reply-invitation = Din kalender bad om den senaste inbjudan till { $event }. Här är den.
letter-reply-link-invitation = Din anmälan
letter-reply-stays = Om du inte gör något har du kvar platsen.

letter-forward-subject-text = { $name } skriver om { $event }
letter-forward-text = { $name } ({ $address }) har skrivit till oss om { $event }:
letter-forward-subject-away = { $name } är borta: { $event }
letter-forward-away = Vi fick det här automatiska svaret från { $name } ({ $address }) på ett brev om { $event }:
letter-forward-subject-speaker-accepted = { $name } svarade ja: { $event }
letter-forward-speaker-accepted = { $name } ({ $address }), som talar på { $event }, har svarat ja i sin kalender.
letter-forward-subject-speaker-tentative = { $name } svarade kanske: { $event }
letter-forward-speaker-tentative = { $name } ({ $address }), som talar på { $event }, har svarat kanske i sin kalender.
letter-forward-subject-speaker-declined = { $name } svarade nej: { $event }
letter-forward-speaker-declined = { $name } ({ $address }), som talar på { $event }, har svarat nej i sin kalender. Programmet är inte ändrat.
letter-forward-session = Det gäller: { $title }
letter-forward-uncertain = Det är inte säkert att svaret kom från { $name }. Fråga innan du gör något åt det.
letter-forward-title = Ämne:
letter-forward-answer = Om du svarar på det här mejlet går svaret till den som skrev.

letter-reminder-subject = Snart ses vi: { $event }
letter-reminder-days = Om { $days } dagar är det dags för { $event }. Vi ser fram emot att träffas.
letter-reminder-tomorrow = I morgon är det dags för { $event }. Vi ser fram emot att träffas.
letter-reminder-today = I dag är det dags för { $event }. Vi ser fram emot att träffas.
letter-reminder-soon = Nu är det snart dags för { $event }. Vi ser fram emot att träffas.
letter-reminder-join = Möteslänk
letter-reminder-manage = Programmet och din anmälan hittar du här
letter-reminder-cannot-come = Har något kommit emellan? Avanmäl dig via samma länk, så kan någon annan få platsen.
letter-reminder-stop = Skicka inga fler påminnelser om det här

letter-change-subject = Ändring: { $event }
letter-change-news = Vi har ändrat något som gäller { $event }:
letter-change-choices = Du har valt:
letter-change-nothing = ingenting
letter-change-now = Så här är det nu:
letter-change-stands = Din anmälan gäller fortfarande och en ny kalenderfil är bifogad. Passar det inte längre kan du avanmäla dig här
letter-change-got-subject = Du har fått plats: { $session }, { $event }
letter-change-got-news = Goda nyheter: Det blev plats för dig på något som du stod på väntelistan till på { $event }:

letter-replanned-subject = Programmet har ändrats för dig: { $event }
letter-replanned-news = Programmet för { $event } har ändrats, och det gäller något som du har valt. Det här är version { $version }.
letter-replanned-note = Arrangören säger:
letter-replanned-clashes = Det här hinner du inte båda delarna av:
letter-replanned-otherwise = Om du inte väljer har du kvar det du valde först.
letter-replanned-choose = Välj vad du vill ha, senast { $deadline }
letter-replanned-gone = Du kan välja något annat som har plats.
letter-replanned-waiting = Det finns ingen plats till dig än, så du står på väntelistan. Vi hör av oss när det finns en plats.
letter-replanned-manage = Här kan du ändra dina val eller avanmäla dig
letter-replanned-attached = Din anmälan gäller fortfarande och en ny kalenderfil är bifogad.

letter-afterwards-subject = Tack för senast: { $event }
letter-afterwards-news = Tack för att du var med på { $event }.
letter-afterwards-absent-subject = Du kanske missade { $event }
letter-afterwards-absent-news = Du var anmäld till { $event }, men vi har inte antecknat att du var med. Var du där ändå, hör av dig.
letter-afterwards-material = Inspelning och bilder hittar du på din sida
letter-afterwards-later = Kommer det en inspelning eller bilder hittar du dem på din sida
letter-afterwards-evaluation = Säg vad du tyckte, det tar en minut
letter-afterwards-anonymous = Svaren är anonyma.
letter-material-subject = Nu kan du se: { $event }
letter-material = Det har kommit en inspelning eller bilder från { $event } sedan vi skrev sist.
letter-material-link = Se det på din sida
letter-follow-up-subject = Tack för senast: { $event }
letter-follow-up-news = Tack för att du var med på { $event }.
letter-follow-up-absent-subject = Bilder och inspelningar: { $event }
letter-follow-up-absent-news = Du var anmäld till { $event }, men vi har inte noterat att du var där. Om du var där ändå, säg till.
letter-follow-up-programme = Bilder och inspelningar finns i programmet
letter-follow-up-certificate = Ditt deltagarintyg (PDF)

letter-speaking-subject-new = Du står på programmet: { $session }, { $event }
letter-speaking-subject-moved = Flyttat: { $session }, { $event }
letter-speaking-subject-changed = Ändrat: { $session }, { $event }
letter-speaking-subject-gone = Utgår: { $session }, { $event }
letter-speaking-subject-event-cancelled = Inställt: { $session }, { $event }
letter-speaking-new = Du står på programmet för { $event } med det här:
letter-speaking-moved = Det här har fått ny tid eller ny plats på { $event }:
letter-speaking-changed = Det här har ändrats på { $event }:
letter-speaking-gone = Du står inte längre på programmet för { $event } med det här:
letter-speaking-event-cancelled = { $event } är inställt, så det här utgår:
letter-speaking-all = Allt som du är med på:
letter-speaking-leads = du leder
letter-speaking-link = Din sida: se över din presentation och bild, och ladda upp bilder
letter-speaking-speaks = Du håller föredrag på { $event }.
letter-speaking-moderates = Du leder det här på { $event }.

letter-proposal-subject-received = Vi har fått ditt förslag: { $proposal }
letter-proposal-subject-accepted = Ditt förslag är med: { $proposal }
letter-proposal-subject-declined = Svar på ditt förslag: { $proposal }
letter-proposal-received = Tack för förslaget ”{ $proposal }” till { $event }. Vi läser det och hör av oss när det är avgjort.
letter-proposal-accepted = Goda nyheter: Vi vill gärna ha med ”{ $proposal }” på { $event }. Vi hör av oss när tid och plats är klara.
letter-proposal-declined = Tack för förslaget ”{ $proposal }” till { $event }. Vi har tyvärr inte plats för det den här gången.
letter-proposal-note = Från dem som har bedömt det:
letter-proposal-link = Här hittar du ditt förslag

letter-cancellation-subject = Inställt: { $event }
letter-cancellation-news = Vi måste tyvärr ställa in { $event }, som skulle ha varit { $when }.
letter-cancellation-reason = Orsaken: { $reason }
letter-cancellation-nothing-to-do = Du behöver inte göra något med din anmälan.
letter-cancellation-calendar = En fil som tar bort evenemanget ur din kalender är bifogad.
letter-cancellation-travel = Kom ihåg att avboka resa och hotell som du har bokat själv.
letter-cancellation-thanks = Tack för att du ville vara med. Vi hoppas att vi ses en annan gång.

letter-withdrawal-subject = Du är avanmäld: { $event }
letter-withdrawal-by-person = Du är avanmäld från { $event }. Tack för att du hörde av dig.
letter-withdrawal-by-delegation = De som anmälde dig till { $event } har avanmält dig igen. Fråga dem om du undrar över något.
letter-withdrawal-by-organiser = Arrangören har avanmält dig från { $event }. Fråga arrangören om du undrar varför.
letter-withdrawal-offer-lapsed = Erbjudandet om en plats på { $event } gäller inte längre, och platsen går till nästa person på listan.
letter-withdrawal-handed-over = Din plats på { $event } har nu någon annan. Tack för att du hörde av dig.
letter-withdrawal-calendar = En fil som tar bort evenemanget ur din kalender är bifogad.
letter-withdrawal-again = Om du ändrar dig kan du anmäla dig igen

letter-repeated-subject-place = Du är redan anmäld: { $event }
letter-repeated-subject-waiting = Du står redan på väntelistan: { $event }
letter-repeated-subject-undecided = Du är redan anmäld: { $event }
letter-repeated-subject-offered = Du har redan erbjudits en plats: { $event }
letter-repeated-place = Någon har anmält den här e-postadressen till { $event } en gång till. Du är redan anmäld, så ingenting har ändrats.
letter-repeated-waiting = Någon har anmält den här e-postadressen till { $event } en gång till. Du står redan på väntelistan, så ingenting har ändrats.
letter-repeated-undecided = Någon anmälde din adress till { $event } en gång till. Du är redan anmäld, och arrangören har inte avgjort ännu.
letter-repeated-offered = Någon har anmält den här e-postadressen till { $event } en gång till. Du har redan erbjudits en plats, så ingenting har ändrats.
letter-repeated-manage = Här hittar du din anmälan

letter-link-subject = Din länk till { $event }
letter-link-news = Här är den nya länken till din anmälan till { $event }. Den gamla fungerar inte längre.
letter-link-asked = Här är länken till din anmälan till { $event }. Någon bad om den med den här e-postadressen.
letter-link-attached = Den bifogade kalenderfilen lägger in den nya länken i din kalender.

letter-sign-in-subject = Logga in på Møteplass
letter-sign-in-news = Du bad om en länk för att logga in som arrangör för { $organiser }.
letter-sign-in-link = Logga in
letter-sign-in-until = Länken fungerar en gång, fram till { $until }.
letter-sign-in-not-you = Om det inte var du som bad om den behöver du inte göra något.
letter-invited-subject = Du är inbjuden som arrangör hos { $organiser }
letter-invited-news = Du har fått ett konto på Møteplass för att arrangera tillsammans med { $organiser }.
letter-sign-in-changed-subject = Din inloggning på Møteplass har ändrats
letter-sign-in-changed-passkey_made = En ny lösennyckel har skapats för ditt konto på Møteplass.
letter-sign-in-changed-passkey_removed = En lösennyckel har tagits bort från ditt konto på Møteplass.
letter-sign-in-changed-app_made = Inloggning i två steg har slagits på för ditt konto på Møteplass, och reservkoder har skapats.
letter-sign-in-changed-app_removed = Inloggning i två steg har slagits av för ditt konto på Møteplass.
letter-sign-in-changed-codes_made = Nya reservkoder har skapats för ditt konto på Møteplass. De gamla fungerar inte längre.
letter-sign-in-changed-provider_linked = Ditt konto på Møteplass har kopplats till { $provider }. Nu går det att logga in på det därifrån.
letter-sign-in-changed-provider_removed = Ditt konto på Møteplass har kopplats från { $provider }. Det går inte längre att logga in på det därifrån.
letter-sign-in-changed-signed_out_everywhere = Ditt konto på Møteplass har loggats ut överallt.
letter-sign-in-changed-reset = De som driver Møteplass hos er har slagit av din inloggning i två steg, tagit bort dina lösennycklar och loggat ut dig överallt.
letter-sign-in-changed-when = När:
letter-sign-in-changed-device = Med:
letter-sign-in-changed-you = Om det var du som bad om detta behöver du inte göra något.
letter-sign-in-changed-not-you = Om det inte var du kan någon annan ha tagit sig in: Logga in, ta bort de sätt att logga in på som du inte känner igen, och logga ut överallt. Säg också till en ägare hos { $organiser } eller till dem som driver Møteplass hos er. Gör det genast om du inte kommer in.
letter-sign-in-changed-link = Se på vilka sätt du kan logga in

# The page of planned and sent letters.
mail-letters-title = Brev: { $event }
mail-letters-lead = Det vi har skickat och ska skicka till deltagarna.
mail-letters-all = Alla brev
mail-letters-numbers = Se anmälningarna och svaren i kalendern i siffror
mail-letters-none = Det finns inga brev om det här evenemanget ännu.
mail-letters-counts = Antal brev
mail-letters-list = Alla brev
mail-letters-purpose = Brev
mail-letters-to = Till
mail-letters-due = Tid
mail-letters-fate = Status
mail-letters-planned = Planerade
mail-letters-sent = Skickade
mail-letters-trouble = Med fel
mail-letters-skipped = Inte skickade
mail-letters-erased = Raderad
mail-letters-proposer = Den som skickade in ett förslag
mail-letters-contact = Kontakten för arrangemanget
mail-send-now = Skicka ändringarna nu
mail-send-now-hint = Brev om ändringar väntar lite, så att flera ändringar går ut i ett brev.
mail-pause = Pausa breven
mail-pause-hint = Påminnelser, brev om ändringar och bordsplatser och tackbrev väntar tills du släpper dem. Kvitton, erbjudanden om plats och inställda evenemang meddelas ändå.
mail-resume = Släpp breven
mail-resume-hint = Det som fortfarande stämmer skickas. Det som är för sent skickas inte.
mail-paused = Påminnelser och andra brev till många har varit pausade sedan { $since }.
mail-stopped-many = De som driver tjänsten har pausat påminnelser och andra brev till många.
mail-stopped-all = De som driver tjänsten har pausat alla brev, även kvitton.
mail-sent-now = { $count ->
    [0] Inga brev om ändringar väntar.
    [one] 1 brev om ändringar skickas nu.
   *[other] { $count } brev om ändringar skickas nu.
}
mail-send-again = Skicka igen
mail-sent-again = Brevet skickas igen.
mail-not-sent-again = Det här brevet skickas inte igen. Statusen i listan säger varför.

mail-purpose-sign_in = Inloggning
mail-purpose-sign_in_changed = Ändrad inloggning
mail-purpose-confirmation = Bekräftelse
mail-purpose-waiting_list = Väntelista
mail-purpose-received = Anmälan som ska avgöras
mail-purpose-offer = Erbjudande om plats
mail-purpose-place = Plats från väntelistan
mail-purpose-withdrawal = Avanmälan
mail-purpose-repeated = Redan anmäld
mail-purpose-link = Ny länk
mail-purpose-cancellation = Inställt
mail-purpose-change = Ändring
mail-purpose-reminder = Påminnelse
mail-purpose-replanned = Ändrat program
mail-purpose-follow_up = Efter evenemanget
mail-purpose-material = Inspelning eller bilder som kom senare
mail-purpose-speaking = Till den som föreläser
mail-purpose-proposal = Svar på förslag
mail-purpose-reply = Svar från kalender
mail-purpose-forward = Skickat vidare till kontakten

mail-state-pending = Väntar
mail-state-paused = Pausat
mail-state-leased = Skickas
mail-state-dot_written = Skickas
mail-state-sent = Skickat
mail-state-deferred = Mottagaren bad oss försöka senare
mail-state-failed = Inte levererat
mail-state-uncertain = Osäkert om det kom fram
mail-state-withdrawn = Inte skickat

mail-skip-too-late = Tiden för brevet hade redan gått ut
mail-skip-withdrawn = Personen är avanmäld
mail-skip-event-cancelled = Evenemanget är inställt
mail-skip-no-place = Personen har inte plats längre
mail-skip-superseded = Ett nyare brev säger mer
mail-skip-stopped = Personen vill inte ha påminnelser
mail-skip-over = Evenemanget har börjat eller är över
mail-skip-nothing-changed = Ändringen togs tillbaka
mail-skip-rule-removed = Påminnelsen är borttagen
mail-skip-moved = Evenemanget flyttades
mail-skip-expired = Länken gäller inte längre
mail-skip-erased = Uppgifterna är raderade
mail-skip-no-attendance = Ingen är noterad som närvarande
mail-skip-unreachable = E-post till adressen kommer i retur

# Stopping reminders.
mail-stop-title = Påminnelser
mail-stop-question = Vill du inte ha fler påminnelser om { $event }?
mail-stop-hint = Då får du inte heller meddelanden som inte är nödvändiga. Brev om ändringar och om evenemanget ställs in får du fortfarande.
mail-stop-button = Skicka inga fler påminnelser
mail-stopped-title = Du får inga fler påminnelser
mail-stopped-text = Vi skickar inga fler påminnelser om { $event }. Du är fortfarande anmäld.

# The postbox of a trial installation.
mail-postbox-title = Postlåda
mail-postbox-lead = Här ligger breven som annars skulle ha gått ut som e-post.
mail-postbox-none = Inga brev är skickade ännu. Anmäl dig till något, så kommer det första.
mail-postbox-from = Från
mail-postbox-to = Till
mail-postbox-reply-to = Svara till
mail-postbox-subject = Ämne
mail-postbox-date = Datum
mail-postbox-html = Så här ser det ut
mail-postbox-text = Som ren text
mail-postbox-calendar = I kalendern
mail-postbox-headers = Alla fält
mail-postbox-download = Ladda ner som .eml
mail-postbox-back = Tillbaka till postlådan
mail-postbox-invitation = Inbjudan
mail-postbox-cancellation = Inställt
mail-postbox-version = version { $sequence }

# Delegationer och dem de anmäler
letter-delegation-subject-invited = Inbjudan: Vilka kommer från { $member } till { $event }?
letter-delegation-subject-reminded = Påminnelse: Vilka kommer från { $member } till { $event }?
letter-delegation-subject-deputy = Du kan anmäla deltagare från { $member } till { $event }
letter-delegation-invited = { $member } är inbjuden till { $event }.
letter-delegation-reminded = Vi saknar fortfarande namn från { $member } till { $event }.
letter-delegation-deputy = Någon hos { $member } har bett om att du också kan anmäla deltagare till { $event }.
letter-delegation-seats = { $seats ->
    [one] Vi har reserverat 1 plats åt er. { $named } har namn.
   *[other] Vi har reserverat { $seats } platser åt er. { $named } har namn.
}
letter-delegation-before = Anmäl dem som ska delta senast { $when }.
letter-delegation-link = Här anmäler ni deltagare
letter-delegation-how = Ni kan anmäla några nu och resten senare, byta ut personer, be om fler platser eller säga att ni inte kan komma. Varje deltagare får ett eget brev från oss.

letter-invitation-subject = Inbjudan: { $event }
letter-invitation-subject-again = Påminnelse om inbjudan: { $event }
letter-invitation-news = Vi vill gärna ha dig med på { $event }.
letter-invitation-again = Vi har bjudit in dig till { $event } och har inte hört av dig än. Du är fortfarande välkommen.
letter-invitation-sign-up = Anmäl dig här
letter-invitation-before = Svara senast { $when }.
letter-invitation-decline = Kan du inte, säg till här
letter-invitation-read = Läs mer om evenemanget
letter-invitation-why = Du får det här för att { $organiser } har skrivit upp dig som inbjuden. Svarar du inte påminner vi dig en gång till, och aldrig mer.
letter-invitation-privacy = Så tar vi hand om personuppgifter
letter-named-subject = { $event }: Stämmer det att du kommer?
letter-named = { $member } har anmält dig till { $event }.
letter-named-answer = Se om allt stämmer och svara på våra frågor. Kan du inte komma avanmäler du dig på samma ställe.
letter-named-link = Din sida
letter-named-private = Dina svar ser bara arrangören. { $member } ser bara om du har svarat.
mail-purpose-delegation = Till delegationer
mail-purpose-invitation = Personlig inbjudan
mail-purpose-named = Till dem som anmälts av delegationer

letter-followed-subject = Du är anmäld till hela serien: { $series }
letter-followed-again-subject = Du är redan anmäld till serien: { $series }
letter-followed = Vad roligt att du vill vara med. Du är anmäld till hela serien { $series } från och med nu.
letter-followed-again = Någon försökte anmäla dig till serien { $series } en gång till. Du är redan med, så ingenting har ändrats.
letter-followed-how = För varje datum får du ett eget brev med kalenderinbjudan, också för nya datum när de kommer. Passar inte ett datum säger du ”inte den här gången” i det brevet.
letter-followed-link = Se alla datum, eller lämna serien
letter-series = Det här datumet hör till serien { $series }, som du är anmäld till i sin helhet.
letter-series-skip = Inte den här gången
letter-series-all = Alla datum, och vägen ut ur serien
mail-purpose-followed = Anmäld till serie
letter-turned-away-subject = Fullt: { $event }
letter-turned-away = { $event } hör till serien { $series }, som du är anmäld till. Det här datumet är fullt och har ingen väntelista, så du har ingen plats.
letter-turned-away-first = Blir en plats ledig går den till den som anmäler sig först. Vi skriver inte till dig om det.
letter-turned-away-look = Se om det finns plats, och anmäl dig
letter-turned-away-rest = Du är fortfarande anmäld till resten av serien.
mail-purpose-turned_away = Ingen plats på ett datum i serien

letter-placed-subject-tables = { $plan }: Du sitter vid bord { $table }
letter-placed-subject-groups = { $plan }: Du är i grupp { $table }
letter-placed-subject-none = { $plan }: Planen är ändrad
letter-placed-tables = { $plan }: Du sitter vid bord { $table }.
letter-placed-groups = { $plan }: Du är i grupp { $table }.
letter-placed-before-tables = Tidigare sa vi bord { $table }. Det gäller inte längre.
letter-placed-before-groups = Tidigare sa vi grupp { $table }. Det gäller inte längre.
letter-placed-none-tables = { $plan }: Du har inte längre något bestämt bord. Din anmälan är som förut.
letter-placed-none-groups = { $plan }: Du är inte längre i någon bestämd grupp. Din anmälan är som förut.
letter-placed-event = Det gäller { $event }.
mail-purpose-placed = Var folk sitter

# The plan for reminders.
letter-reminder-programme-subject = Programmet är klart: { $event }
letter-reminder-programme = Programmet för { $event } är klart. Vi ser fram emot det.
letter-reminder-deadline-subject = Sista dagen närmar sig: { $event }
letter-reminder-deadline = Du kan ändra din anmälan eller avanmäla dig senast { $deadline }.
letter-reminder-answer-subject = Kommer du? { $event }
letter-reminder-answer = Vi har inte fått något ja från din kalender. Kommer du kan du svara ja på inbjudan där. Kan du inte komma avanmäler du dig, så kan någon annan få platsen.
letter-reminder-questions-subject = Vi saknar svar från dig: { $event }
letter-reminder-questions = Vi har inte fått svar på våra frågor än. Svara på din sida, så kan vi planera väl.
letter-follow-up-event = Evenemangets sida
mail-plan-title = Påminnelser: { $of }
mail-plan-link = Påminnelser
mail-plan-letters = Brev
mail-plan-overview = Alla evenemang
mail-plan-of-organisation = Organisationens plan
mail-plan-kind-conference = Konferenser
mail-plan-kind-webinar = Webbinarier
mail-plan-kind-gathering = Träffar
mail-plan-organisation-lead-conference = Planen gäller alla era konferenser som inte har en egen plan, och där filen inte nämner påminnelser.
mail-plan-organisation-lead-webinar = Planen gäller alla era webbinarier som inte har en egen plan, och där filen inte nämner påminnelser.
mail-plan-organisation-lead-gathering = Planen gäller alla era träffar som inte har en egen plan, och där filen inte nämner påminnelser.
mail-plan-source-event = Det här är en egen plan för det här evenemanget.
mail-plan-source-file = Planen kommer från evenemangets fil. Ändrar du något här får evenemanget en egen plan.
mail-plan-source-organisation = Det här är organisationens plan.
mail-plan-source-usual = Det här är den vanliga planen. Ändrar du något här blir det en egen plan.
mail-plan-over = Inga fler påminnelser skickas om det här evenemanget.
mail-plan-rules = När påminnelser skickas
mail-plan-none = Inga påminnelser skickas.
mail-plan-when = När
mail-plan-to = Till
mail-plan-next = Tidpunkt
mail-plan-so-far = Hittills
mail-plan-edit = Ändra
mail-plan-change = Ändra
mail-plan-remove = Ta bort
mail-plan-minutes = { $count ->
    [one] 1 minut
   *[other] { $count } minuter
}
mail-plan-hours = { $count ->
    [one] 1 timme
   *[other] { $count } timmar
}
mail-plan-days = { $count ->
    [one] 1 dag
   *[other] { $count } dagar
}
mail-plan-working_days = { $count ->
    [one] 1 arbetsdag
   *[other] { $count } arbetsdagar
}
mail-plan-from-start = { $span } före start
mail-plan-from-deadline = { $span } före sista dag för avanmälan
mail-plan-from-end = { $span } efter slutet
mail-plan-from-release = { $span } efter att programmet har släppts
mail-plan-any-hour = Även på natten
mail-plan-audience-everybody = Alla som har plats
mail-plan-audience-unconfirmed = De som inte har svarat ja i kalendern
mail-plan-audience-unanswered = De som en delegation har anmält och som inte har svarat på frågorna
mail-plan-audience-came = De som var där
mail-plan-audience-missed = De som inte kom
mail-plan-people = { $count ->
    [0] Till ingen som det är nu
    [one] Till 1 person som det är nu
   *[other] Till { $count } personer som det är nu
}
mail-plan-not-past = Tidpunkten har passerat
mail-plan-not-never = Skickas aldrig: det är för sent
mail-plan-not-unreleased = Programmet har inte släppts än
mail-plan-nothing-yet = Inget än
mail-plan-sent = Skickade: { $count }
mail-plan-trouble = Med fel: { $count }
mail-plan-skipped = Inte skickade: { $count }.
mail-plan-afterwards = Brevet efter webbinariet skickas { $when }. Det står i webbinariets fil.
mail-plan-afterwards-webinar = När brevet efter ett webbinarium skickas står i varje webbinariums fil.
mail-plan-delegations = Delegationer som saknar namn påminns från träffens sida.
mail-plan-add-heading = Lägg till en påminnelse
mail-plan-change-heading = Ändra en påminnelse
mail-plan-count = Hur länge
mail-plan-unit = Enhet
mail-plan-unit-minutes = Minuter
mail-plan-unit-hours = Timmar
mail-plan-unit-days = Dagar
mail-plan-unit-working_days = Arbetsdagar
mail-plan-anchor = Räknat från
mail-plan-anchor-start = Före start
mail-plan-anchor-deadline = Före sista dag för avanmälan
mail-plan-anchor-end = Efter slutet
mail-plan-anchor-release = Efter att programmet har släppts
mail-plan-clock = Klockslag
mail-plan-clock-hint = Bara för dagar. Skriv så här: 09:00. Annars skickas brevet vid samma tid på dagen som det räknas från.
mail-plan-any-hour-label = Skicka även på natten
mail-plan-any-hour-hint = Annars skickas inget mellan klockan 21 och 7.
mail-plan-save = Spara
mail-plan-cancel = Avbryt
mail-plan-back-heading = Ingen egen plan
mail-plan-back = Använd organisationens plan
mail-plan-back-hint = Då gäller det som står i filen, eller organisationens plan.
mail-plan-back-usual = Använd den vanliga planen
mail-plan-back-hint-usual = Då gäller den vanliga planen för alla evenemang av det här slaget.
mail-plan-done-saved = Planen är sparad.
mail-plan-done-removed = Påminnelsen är borttagen.
mail-plan-done-back = Den egna planen är borttagen.
mail-plan-wrong-anchor = Välj vad tiden ska räknas från
mail-plan-wrong-count = Skriv ett heltal som är större än noll
mail-plan-wrong-unit = Välj minuter, timmar, dagar eller arbetsdagar
mail-plan-wrong-clock = Skriv klockslaget så här: 09:00
mail-plan-wrong-clock-hours = Klockslag går bara ihop med dagar och arbetsdagar
mail-plan-wrong-audience = Välj några som kan vara kända då: ”var där” och ”kom inte” efter slutet, ”inte svarat ja” före
mail-plan-wrong-distance = Det är för länge: högst 90 dagar före, och 13 dagar efter slutet
mail-plan-wrong-there = Det finns redan en sådan påminnelse
mail-plan-wrong-twice = Då skulle någon få två brev efteråt. Ändra eller ta bort det andra först
mail-plan-wrong-too-many = En plan kan ha högst 10 påminnelser
mail-skip-confirmed = Personen har svarat ja
mail-skip-answered = Personen har svarat på frågorna
mail-skip-absent = Personen var inte där
mail-skip-was-there = Personen var där

# Meddelanden som arrangörer skriver till några av de anmälda.
letter-notice-stop = Skicka inte fler sådana meddelanden om det här
letter-own-nameless = deltagare
letter-trial-subject = Prov: { $subject }
letter-trial-name = Karin Svensson

mail-purpose-notice = Meddelande från arrangören
mail-purpose-trial = Provbrev
mail-skip-not-chosen = Personen hör inte längre till dem som meddelandet är till
mail-skip-stopped-by-organiser = Arrangören stoppade meddelandet
mail-letters-organiser = Arrangören som bad om det

mail-notices-link = Meddelanden
mail-notices-title = Meddelanden: { $event }
mail-notices-lead = Här skriver du till alla eller några av de anmälda. Meddelandet ligger i utkorgen tills du släpper det, och varje person får det en gång.
mail-notices-new = Skriv ett meddelande
mail-notices-list = Meddelanden
mail-notices-none = Inget meddelande är skrivet ännu.
mail-notices-all = Alla meddelanden
mail-notice-untitled = Utan ämne
mail-notice-subject = Ämne
mail-notice-subject-hint = Skriv kort vad meddelandet gäller.
mail-notice-text = Text
mail-notice-text-hint = Brevet börjar med en hälsning och slutar med länken till anmälan och organisationens namn. Skilj stycken åt med en tom rad. Adresser som börjar med https:// blir länkar.
mail-notice-change-title = Ändra meddelandet
mail-notice-form-lead = Inget skickas förrän du släpper meddelandet. Skriv det på alla språk som evenemanget har.
mail-notice-stale = Någon har ändrat meddelandet { $when }, efter att du öppnade det. Det du har skrivit är inte sparat.
mail-notice-stale-see = Se meddelandet som det är nu
mail-own-placeholders = Fält som fylls i för varje person
mail-own-placeholder-name = förnamnet
mail-own-placeholder-event = evenemangets namn
mail-own-placeholder-when = datum och klockslag
mail-own-placeholder-place = platsen, eller att det är ett nätmöte
mail-own-placeholder-link = länken till anmälan, bara för den personen. Inte i ämnet.
mail-own-placeholder-organiser = organisationen som arrangerar
mail-own-wrong-unknown = { $word } finns inte. Använd fälten i listan, så som de står där
mail-own-wrong-brace = Klammerparenteser kan bara stå runt fälten i listan
mail-own-wrong-long = Texten är för lång: högst { $most } tecken
mail-notice-standing = Vilka
mail-notice-standing-admitted = De som har plats
mail-notice-standing-waiting = De som står på väntelista
mail-notice-standing-offered = De som har erbjudits plats
mail-notice-standing-undecided = De som väntar på besked från er
mail-notice-form = Deltagandeform
mail-notice-any-form = Alla
mail-notice-form-in_person = De som deltar på plats
mail-notice-form-online = De som deltar på nätet
mail-notice-session = Programpunkt
mail-notice-any-session = Alla, oavsett programpunkt
mail-notice-in-session = De som har plats på { $session }
mail-notice-presence = Närvaro
mail-notice-any-presence = Alla, oavsett närvaro
mail-notice-silence = Svar
mail-notice-any-silence = Alla, oavsett svar
mail-notice-necessary = Meddelandet är nödvändigt för dem som är anmälda
mail-notice-necessary-hint = Kryssa i när folk måste veta detta för att kunna delta. Då går meddelandet även till dem som har sagt att de inte vill ha påminnelser, och ingen kan säga nej till det.
mail-notice-save = Lägg i utkorgen
mail-notice-wrong-nobody = Välj vilka som ska få meddelandet
mail-notice-state-held = I utkorgen
mail-notice-state-scheduled = Går av sig självt
mail-notice-state-released = Släppt
mail-notice-state-stopped = Stoppat
mail-notice-done-saved = Meddelandet ligger i utkorgen. Ingen får det förrän du släpper det.
mail-notice-done-tried = Provbrevet är på väg till dig.
mail-notice-done-released = Meddelandet är släppt.
mail-notice-done-scheduled = Meddelandet går av sig självt vid den tiden. Du kan ändra det eller ta tillbaka det fram till dess.
mail-notice-done-held = Meddelandet väntar i utkorgen.
mail-notice-done-otherwise = Någon har ändrat eller släppt meddelandet under tiden. Inget är gjort nu.
mail-notice-done-lacking = Meddelandet kan inte skickas ännu. Se vad som saknas.
mail-notice-done-deleted = Meddelandet är borttaget.
mail-notice-done-stopped = Meddelandet är stoppat. De som inte hade fått det får det inte.
mail-notice-done-gone = Alla har redan fått meddelandet, så det fanns inget att stoppa.
mail-notice-people = Går nu till
mail-notice-stops = Kan mottagaren säga nej?
mail-notice-stops-yes = Ja, med ett klick
mail-notice-stops-no = Nej, meddelandet är nödvändigt
mail-notice-hours = Tid på dygnet
mail-notice-became = Vad det blev av meddelandet
mail-notice-chosen = Skulle få meddelandet
mail-notice-log = Se brevet till var och en
mail-notice-lacks = Innan meddelandet kan skickas
mail-notice-lacks-subject = Ämnet saknas
mail-notice-lacks-text = Texten saknas
mail-notice-lacks-cancelled = Evenemanget är inställt, och inga meddelanden kan skickas.
mail-notice-looks = Så blir brevet
mail-notice-looks-hint = Visat för en påhittad person. Talet inom parentes är hur många som får brevet på det språket.
mail-notice-change = Ändra
mail-notice-try = Skicka provbrev till mig
mail-notice-release-heading = Släpp meddelandet
mail-notice-goes-at = Meddelandet går { $when }.
mail-notice-hold = Vänta ändå
mail-notice-release-hint = { $count ->
    [0] Ingen hör till urvalet just nu.
    [one] En person får meddelandet. De som anmäler sig efteråt får det inte.
   *[other] { $count } personer får meddelandet. De som anmäler sig efteråt får det inte.
}
mail-notice-waits = Det är sent, så breven väntar till { $when }.
mail-notice-release = Släpp nu
mail-notice-day = Eller släpp av sig självt den här dagen
mail-notice-clock-hint = Skriv så här: 09:00. Vilka som får meddelandet avgörs då.
mail-notice-schedule = Släpp vid den tiden
mail-notice-delete-heading = Ta tillbaka meddelandet
mail-notice-delete = Ta bort meddelandet
mail-notice-stop-heading = Stoppa meddelandet
mail-notice-stop-hint = { $count ->
    [one] { $count } person har inte fått meddelandet ännu.
   *[other] { $count } personer har inte fått meddelandet ännu.
}
mail-notice-stop = Stoppa meddelandet …
mail-notice-stop-title = Vill du stoppa meddelandet?
mail-notice-stop-then = { $count ->
    [one] { $count } person har inte fått meddelandet ännu, och får det inte om du stoppar det. De som har fått det får inte veta något. Det går inte att ångra, men du kan skriva ett nytt meddelande.
   *[other] { $count } personer har inte fått meddelandet ännu, och får det inte om du stoppar det. De som har fått det får inte veta något. Det går inte att ångra, men du kan skriva ett nytt meddelande.
}
mail-notice-stop-now = Stoppa nu
mail-notice-stop-back = Nej, låt det gå
mail-notice-untimely-day = Skriv ett datum som finns
mail-notice-untimely-clock = Skriv klockslaget så här: 09:00
mail-notice-untimely-past = Välj en tid som inte har passerat
mail-notice-untimely-far = Välj en tid inom ett år

# Det som arrangörer säger i breven om ett evenemang, utöver de vanliga orden.
mail-wording-link = Ordalydelse
mail-wording-title = Ordalydelse i breven: { $event }
mail-wording-lead = Här kan du ge breven ett eget ämne och en egen text. Det som breven måste säga står där ändå.
mail-wording-letters = Brev som du kan skriva i
mail-wording-words = Ordalydelse
mail-wording-own = Med egna ord
mail-wording-usual = Den vanliga
mail-wording-letter-confirmation = Bekräftelse
mail-wording-letter-invitation = Den personliga inbjudan
mail-wording-letter-received = Anmälan har kommit och ska avgöras
mail-wording-letter-waiting_list = Väntelista
mail-wording-letter-offer = Erbjudande om plats
mail-wording-letter-place = Plats från väntelistan
mail-wording-letter-reminder = Påminnelse om att det snart börjar
mail-wording-letter-follow_up = Efteråt, till dem som var där
mail-wording-letter-missed = Efteråt, till dem som inte kom
mail-wording-letter-withdrawal = Avanmälan
mail-wording-all = Alla brev
mail-wording-form-lead = Lämna fälten tomma där de vanliga orden räcker.
mail-wording-subject-hint = Kommer i stället för det vanliga ämnet.
mail-wording-text = Egen text
mail-wording-text-hint = Kommer tidigt i brevet, efter det som brevet har att berätta. Skilj stycken åt med en tom rad. Adresser som börjar med https:// blir länkar.
mail-wording-looks-hint = Visat för en påhittad person, med det som är sparat.
mail-wording-back = Tillbaka till den vanliga ordalydelsen
mail-wording-stale = Någon har ändrat detta efter att du öppnade sidan. Det du har skrivit är inte sparat.
mail-wording-stale-see = Se det som det är nu
mail-wording-done-saved = Ordalydelsen är sparad och gäller för brev som skickas från och med nu.
mail-wording-done-back = Brevet har den vanliga ordalydelsen igen.
mail-wording-done-tried = Provbrevet är på väg till dig.
mail-wording-done-otherwise = Provbrevet skickades inte. Ladda om sidan och försök igen.
mail-wording-wrong-missing = Skriv det på det här språket också, eller lämna alla språk tomma

# Att hitta brev.
mail-log-of-notice = Breven som gäller meddelandet ”{ $subject }”.
mail-log-of-person = Breven till { $name }.
mail-log-person = Se anmälan för { $name }
mail-log-everything = Se alla brev
mail-log-any-purpose = Alla slags brev
mail-log-any-stage = Alla
mail-log-show = Visa
mail-log-found = { $count ->
    [0] Inga brev passar.
    [one] Ett brev.
   *[other] { $count } brev.
}
mail-log-page = sida { $page } av { $pages }
mail-log-pages = Sidor
mail-log-before = Föregående sida
mail-log-next = Nästa sida
