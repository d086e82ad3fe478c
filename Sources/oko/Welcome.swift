import Console

/// What `oko` says when it is called without a word: what it is for, and where to begin.
enum Welcome {
  static var text: String {
    say(
      """
      oko — результаты ВПР: с бумажного протокола в форму ФИС ОКО, без ошибок и в срок.
      Работает без сети и никуда ничего не отправляет.

      С чего начать:

        oko serve                             стол в браузере: перетащить файл, исправить, скачать форму
        oko check 4А.xlsx --form форма.xlsx   проверить запись протокола; ничего не записывается
        oko convert 4А.xlsx --form форма.xlsx -o готово.xlsx
                                              проверить и заполнить скачанную форму

      Лист, в который вводить баллы:  oko blank transcription --form форма.xlsx -o 4А.xlsx
      Всё ли готово на компьютере:    oko doctor
      Замечание непонятно:            oko explain SCR004
      Все команды:                    oko --help

      """,
      """
      oko — ВПР results: from the paper protocol into the ФИС ОКО form, without a mistake and in time.
      It works offline and sends nothing anywhere.

      Where to begin:

        oko serve                             the desk in a browser: drop a file, mend it, take the form along
        oko check 4А.xlsx --form form.xlsx    check what was keyed; nothing is written
        oko convert 4А.xlsx --form form.xlsx -o ready.xlsx
                                              check, and fill the downloaded form

      A sheet to key points into:     oko blank transcription --form form.xlsx -o 4А.xlsx
      Is this computer ready:         oko doctor
      A finding is not clear:         oko explain SCR004
      All commands:                   oko --help

      """)
  }
}
