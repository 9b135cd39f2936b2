"""Words for health, disability, faith and descent, as patterns."""

from __future__ import annotations

ILLNESS = (
    r"(?:kanker(?:\s(?:tulang|kelenjar|getah|pankreas|lidah|ovarium|payudara|serviks|hati|darah|paru(?:-paru)?|otak|usus|prostat|kulit|rahim))?"
    r"|tumor(?:\s\w+)?|stroke?|diabetes(?:\smelitus)?|kencing\s+manis|penyakit\s+gula|gula\s+darah"
    r"|(?:serangan|gagal|sakit|penyakit|kelainan|gangguan|infeksi|radang|batu|bocor)\s+(?:jantung"
    r"|ginjal|hati|paru(?:-paru)?|empedu|otak|jiwa|mental|kejiwaan|lambung|usus|penglihatan"
    r"|pendengaran|saraf)|jantung\s+(?:koroner|bocor)|ginjal|jantung|liver|sirosis|hiv(?:/aids)?"
    r"|aids|tbc?|tuberkulosis|hepatitis(?:\s[a-e]\b)?|epilepsi|ayan|asma|kusta|lepra|lupus|leukemia"
    r"|talasemia|thalasemia|thalassemia|hemofilia|anemia|skizofrenia|depresi|bipolar|demensia"
    r"|alzheimer|parkinson|covid(?:-19)?|corona|dbd|demam\s+berdarah|malaria|tifus|tipes|stunting"
    r"|gizi\s+buruk|kebutaan|kelumpuhan|katarak|glaukoma|hidrosefalus|sifilis|raja\s+singa|gonore"
    r"|herpes|paru(?:-paru)?|hipertensi|darah\s+tinggi|polio|autisme|autis|down\s+syndrome"
    r"|sindrom\s+down|cerebral\s+palsy|osteoporosis|asam\s+urat|rematik|hernia|usus\s+buntu"
    r"|maag|vertigo|migrain|cacar|campak|difteri|rabies|pneumonia|bronkitis|miom|kista"
    r"|preeklampsia|trauma\s+(?:berat|psikis)|adhd|narkolepsi|kolesterol|gondok|tiroid|filariasis"
    r"|kaki\s+gajah)"
)
DRUG = r"(?:narkoba|narkotika|sabu(?:-sabu)?|ganja|amfetamin|metamfetamin|ekstasi|zenith|alkohol)"
FAITH = (
    r"(?:islam|kristen(?:\s+protestan)?|katolik|protestan|hindu(?:\s+kaharingan)?|buddha|budha"
    r"|khonghucu|konghucu|kaharingan|advent|yahudi|ahmadiyah|syiah|sunni|parmalim)"
)
BELIEVER = r"(?:muslim|muslimah|mualaf|kristiani|nasrani|buddhis|non-?muslim)"
_PEOPLES = (
    "dayak", "banjar", "jawa", "madura", "bugis", "batak", "melayu", "tionghoa", "arab", "sunda",
    "minang", "bali", "ngaju", "maanyan", "ot danum", "toraja", "ambon", "papua", "flores", "aceh",
    "bima", "sasak", "cina", "india", "makassar", "betawi", "lampung", "bakumpai", "kutai",
    "paser", "timor", "nias", "manado", "minahasa",
)  # fmt: skip
PEOPLE = "(?:" + "|".join(_PEOPLES) + ")"
KIND = (
    r"(?:netra|rungu|wicara|daksa|grahita|laras|fisik|mental|intelektual|sensorik|ganda"
    r"|rungu-wicara)"
)
DISABLED = rf"(?:tuna\s?{KIND}|difabel(?:\s{KIND})?|disabilitas\s{KIND})"
_OF = r"(?:\s(?!di|me[mnl]|ber|dan\b|yang\b|atau\b|itu\b|ber|ter)[a-z][\w-]+)"
STATE = (
    rf"(?:penyandang\s(?!gelar|predikat|dana|sabuk|medali|status)[\w-]+(?:\s{KIND})?|{DISABLED}"
    rf"|(?:pengidap|penderita)(?:\s{ILLNESS}|\s(?!di|me[mnl]|dan\b|yang\b|atau\b|itu\b)[\w-]+)"
    rf"|(?:penyintas|survivor|eks)\s{ILLNESS}|pasien(?:\s\w+)?\s{ILLNESS}|pasien|odgj|odha|odhiv"
    r"|orang\s+dengan\s+(?:gangguan\s+jiwa|hiv|disabilitas)"
    r"|(?:pemeluk|penganut)\s(?:teguh\s)?(?:agama\s|kepercayaan\s|aliran\s)?(?-i:[A-Z])\w+"
    rf"|umat\s{FAITH}|(?:seorang\s+)?{BELIEVER}|seorang\s(?:{FAITH}|{PEOPLE})"
    rf"|(?:bersuku|suku|etnis|keturunan|orang|warga\s+keturunan|asli|warga)\s{PEOPLE}"
    rf"(?:\s(?-i:[A-Z])\w+)?|ibu\s+hamil|pecandu\s\w+|pengguna\s{DRUG})"
)
_CAUSE = r"(?:karena|akibat|lantaran|gara-gara|disebabkan|setelah|usai|sejak|pasca|sembuh\s+dari)"
BY_CAUSE = (
    rf"(?:{_CAUSE}\s(?:(?:penyakit|komplikasi|serangan|operasi|mengalami|terkena|menderita|mengidap"
    rf"|kena|divonis|didiagnosis|lama|sakit)\s){{0,3}}{ILLNESS}(?:nya)?"
    rf"|{ILLNESS}nya\s+(?:kambuh|parah|memburuk|kumat))"
)
_CAUGHT = (
    r"(?:terinfeksi|tertular|terjangkit|terserang|diserang|terkena|kena|sakit|terpapar|mengalami"
    r"|punya|memiliki|melawan|sembuh\s+dari|pulih\s+dari|bebas\s+dari|ini|itu|kini|sudah|sedang"
    r"|juga|kambuh)"
)
# said of a subject before it, whoever that is
ILL = (
    r"mengidap|menderita(?!\s+(?:kerugian|kekalahan|kerusakan))|didiagnos[ai]s?|terdiagnos[ai]s?"
    rf"|divonis\s(?:mengidap|menderita|{ILLNESS})|(?:terinfeksi|tertular|terjangkit)\s\w+"
    rf"|{_CAUGHT}\s(?:penyakit\s|virus\s|riwayat\s|riwayat\s+penyakit\s){{0,2}}{ILLNESS}"
    r"|(?:positif|reaktif|terkonfirmasi)(?:\s(?:positif|mengidap|mengandung|terpapar"
    rf"|terinfeksi|menggunakan|memakai|mengonsumsi))?\s(?:{ILLNESS}|{DRUG}|hamil)"
    r"|menjalani\s(?:kemoterapi|cuci\s+darah|hemodialisis|rehabilitasi\s(?:narkoba|medis)"
    r"|operasi(?!\s+(?:pasar|gabungan|penertiban|tangkap|yustisi|zebra|patuh|lilin|ketupat))"
    r"|pengobatan|terapi|perawatan\s(?:jiwa|intensif)|isolasi)|cuci\s+darah"
    r"|dirawat\sdi\s(?:rsj|rumah\s+sakit\s+jiwa|bangsal\s+jiwa)|gangguan\s+jiwa|gagal\s+ginjal"
    rf"|menyandang\s(?:disabilitas|{DISABLED}|cacat|autis\w*)|berkebutuhan\s+khusus"
    rf"|beragama\s\w+|memeluk\s(?:agama\s)?{FAITH}|menganut\s(?:agama|kepercayaan|aliran)\s\w+"
    rf"|menganut\s{FAITH}|(?:ber)?pindah\s(?:agama|keyakinan)|masuk\s{FAITH}"
    rf"|bersuku\s\w+|bersuku\s?bangsa\s\w+|beretnis\s\w+|ber(?:darah|keturunan)\s{PEOPLE}"
    rf"|berasal\sdari\s(?:suku|etnis|keturunan)\s\w+|keturunan\s{PEOPLE}"
)
# the same of people, but figuratively of offices and their heads
FIGURED = (
    r"(?<!ibu\s)hamil|mengandung\s\w+\sbulan|keguguran|pendarahan"
    r"|melahirkan\s(?:prematur|secara\s+(?:caesar|sesar))|kecanduan\s\w+|ketagihan\s\w+"
    rf"|mengonsumsi\s{DRUG}|diamputasi|dipasung|{DISABLED}|autis|down\s+syndrome"
    r"|lumpuh|buta(?!\s+(?:huruf|aksara|soal|terhadap|akan|hukum|politik|teknologi|warna\s+untuk))"
    r"|tuli(?!\s+(?:terhadap|pada))|bisu|cacat\s(?:fisik|mental|sejak|permanen)"
    r"|(?:tidak|tak)\s(?:bisa|dapat|mampu|lagi)\s(?:melihat|mendengar|berjalan|berbicara|bicara)"
    r"|kehilangan\s(?:penglihatan|pendengaran|(?:sebelah\s)?(?:kaki|tangan|lengan|mata)\w*)"
    r"|(?:ter)?lahir\s(?:tanpa|dengan\s(?:kondisi|kelainan|satu))|mualaf"
)
STEMS = (
    "idap", "derita", "nyandang", "disab", "difabel", "tuna", "diagnos", "vonis", "infeksi",
    "tular", "jangkit", "positif", "reaktif", "terpapar", "kena ", "serang", "sakit", "terapi",
    "operasi", "rehab", "pengobatan", "dirawat", "isolasi", "agama", "meluk", "nganut", "mualaf",
    "suku", "keturunan", "etni", "hamil", "mengandung", "lumpuh", "autis", "cacat", "khusus",
    "penyintas", "survivor", "pasien", "gangguan", "narko", "menimpa", "menyerang", "amputasi",
    "pasung", "melihat", "mendengar", "berjalan", "bicara", "kehilangan", "lahir ", "candu",
    "ketagihan", "pengguna ", "kambuh", "kumat", "parah", "memburuk", "prematur",
)  # fmt: skip
"""Parts of words; one of these or of WORDS stands wherever the patterns find something."""
WORDS = frozenset(
    "kanker tumor stroke strok diabetes kencing gula jantung ginjal hati paru empedu otak lambung"
    " usus"
    " saraf liver sirosis hiv aids tb tbc tuberkulosis hepatitis epilepsi ayan asma kusta lepra"
    " lupus leukemia talasemia thalasemia thalassemia hemofilia anemia skizofrenia depresi bipolar"
    " demensia alzheimer parkinson covid corona dbd demam malaria tifus tipes stunting gizi"
    " kebutaan katarak glaukoma hidrosefalus sifilis singa gonore herpes hipertensi darah polio"
    " down sindrom cerebral osteoporosis asam rematik hernia maag vertigo migrain cacar campak"
    " difteri rabies pneumonia bronkitis miom kista preeklampsia trauma adhd narkolepsi kolesterol"
    " gondok tiroid filariasis gajah sabu ganja amfetamin metamfetamin ekstasi zenith alkohol"
    " islam kristen katolik protestan hindu buddha budha khonghucu konghucu kaharingan advent"
    " yahudi ahmadiyah syiah sunni parmalim muslim muslimah kristiani nasrani buddhis buta tuli"
    " bisu keguguran pendarahan odgj odha odhiv umat caesar sesar rsj jiwa".split()
).union(*map(str.split, _PEOPLES))
