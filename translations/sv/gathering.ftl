# Sidor om träffar: den öppna sidan, delegationens sida och arrangörens sida.

# Den öppna sidan
gathering-when = När
gathering-where = Var
gathering-online = Digitalt
gathering-network = Nätverk
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
gathering-link-unknown-text = Den kan vara fel, eller så har den bytts ut. Använd länken i det senaste brevet ni fick, eller fråga arrangören.

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
